import { createElement } from "react";
import { expect, test } from "vitest";
import { CommandsOf } from "#app/host/commands.tsx";
import { MovedPicks } from "#app/host/stages/MovedPicks.tsx";
import type { Live } from "#app/live/live.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

test("[V51] the rebuttals that the step names are offered for the projector with their words, hidden ones are not", () => {
  const rebuttalOf = (id: string, status: Rebuttal["status"]): [string, Rebuttal] => [
    id,
    { id, side: "for", body: `${id} words`, endorsements: 0, status, at: 0, rank: 0 },
  ];
  const rebuttals = new Map([
    rebuttalOf("named", "published"),
    rebuttalOf("hidden", "hidden"),
    rebuttalOf("other", "published"),
  ]);
  const moved = {
    ...{ rebuttals: ["named", "hidden"], answers: [null, null], paragraphs: [], commonGround: [] },
    credits: { rebuttals: [3, 2], paragraphs: [] },
  };
  const picks = createElement(MovedPicks, { moved, rebuttals, wall: undefined });
  const room = { code: "ABC234", role: "host", settings: Settings.parse({}), phase: "results" } as const;
  const markup = markupOf(
    createElement(CommandsOf, { ...{ ...room, live: {} as Live, shown: "moved", children: picks } }),
  );
  expect(markup).toContain("named words");
  expect(markup.match(/<button/gu)).toHaveLength(1);
  expect(markup).not.toMatch(/hidden words|other words/u);
});
