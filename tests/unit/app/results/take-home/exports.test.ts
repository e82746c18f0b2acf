import { createElement } from "react";
import { expect, test } from "vitest";
import { Exports, type PhaseSettings } from "#app/results/take-home/Exports.tsx";
import { TABLES } from "#server/sessions/export.ts";
import { markupOf } from "#tests/support/markup.tsx";

const WITHOUT: PhaseSettings = {
  exitTicket: false,
  pairs: "off",
  pairsBy: "text",
  steelman: false,
  speaking: false,
};
const offered = (settings: PhaseSettings) => {
  const markup = markupOf(createElement(Exports, { code: "ABC234", settings }));
  return [...new Set([...markup.matchAll(/table=(\w+)/gu)].map(([, table]) => table))];
};

test("[V8] the host is offered the file of every part that a session had, and none of the others", () => {
  const all = { exitTicket: true, pairs: "after", pairsBy: "text", steelman: true, speaking: true } as const;
  expect(offered(all).sort()).toEqual([...TABLES].sort());
  const without = (setting: object) =>
    TABLES.filter((table) => !offered({ ...all, ...setting }).includes(table));
  expect(without({ exitTicket: false })).toEqual(["exit"]);
  expect(without({ pairsBy: "voice" })).toEqual(["pairLines"]);
  expect(without({ pairs: "off" })).toEqual(["pairs", "pairLines"]);
  expect(without({ steelman: false })).toEqual(["steelmen", "steelmanRatings"]);
  expect(without({ speaking: false })).toEqual(["speaking"]);
  expect(offered(WITHOUT)).toHaveLength(TABLES.length - 6);
});
