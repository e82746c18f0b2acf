import { createElement } from "react";
import { expect, test } from "vitest";
import { Exports, type SessionSettings } from "#app/results/take-home/Exports.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import { withoutActivity } from "#debate/rules/chosen-activities.ts";
import { markupOf } from "#tests/support/markup.tsx";

const WITHOUT: SessionSettings = {
  identity: "pseudonym",
  questions: { readingVote: false, confidence: false, reasons: false, credit: false },
  activities: {},
};
const shown = (settings: SessionSettings) => markupOf(createElement(Exports, { code: "ABC234", settings }));
const offered = (settings: SessionSettings) => {
  const markup = shown(settings);
  return [...new Set([...markup.matchAll(/table=(\w+)/gu)].map(([, table]) => table))];
};

test("[V8] the host is offered the file of every part that a session had, and none of the others", () => {
  const all = {
    ...WITHOUT,
    questions: { ...WITHOUT.questions, reasons: true },
    activities: {
      ...{ guess: {}, exitTicket: {}, speaking: {}, steelman: {} },
      experiment: { kind: "switch" },
      pairs: { when: "after", by: "text" },
    },
  } as const;
  expect(offered(all).sort()).toEqual([...TABLES].sort());
  const lackingIn = (settings: SessionSettings) =>
    TABLES.filter((table) => !offered(settings).includes(table));
  const without = (name: ActivityName) =>
    lackingIn({ ...all, activities: withoutActivity(all.activities, name) });
  expect(lackingIn({ ...all, questions: WITHOUT.questions })).toEqual(["picks"]);
  expect(lackingIn({ ...all, identity: "anonymous" })).toEqual(["merged"]);
  expect(without("exitTicket")).toEqual(["exit"]);
  const aloud = { ...all.activities, pairs: { when: "after", by: "voice" } } as const;
  expect(lackingIn({ ...all, activities: aloud })).toEqual(["pairLines"]);
  expect(without("pairs")).toEqual(["pairs", "pairLines"]);
  expect(offered(WITHOUT)).toHaveLength(TABLES.length - 9);
});

test.each(["pseudonym", "named"] as const)(
  "[V40] the host of a %s class is offered files without names first, and chooses names",
  (identity) => {
    const markup = shown({ ...WITHOUT, identity });
    // The package never has names.
    const links = (markup.match(/href="[^"]*"/gu) ?? []).filter((link) => !link.endsWith('/package"'));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/&amp;names=no"$/u);
    expect(markup.match(/<input[^>]*type="radio"[^>]*>/gu)?.map((each) => each.includes("checked"))).toEqual([
      true,
      false,
    ]);
    expect(markup).toContain("may name someone");
    expect(markup).toContain("may still recognize a row");
  },
);
