import { createElement } from "react";
import { expect, test } from "vitest";
import { FairnessRecord } from "#app/results/paper/FairnessRecord.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { Settings } from "#debate/rules/settings.ts";
import { wordsOf } from "#tests/support/markup.tsx";

function recordOf(settings: object, phases: Phase[] = [], approvalSwitched = false): string {
  const page = {
    ...{ code: "ABC234", name: "", settings: Settings.parse(settings), debate: BUILT_IN_DEBATE },
    approvalSwitched,
    ...{ version: "0", createdAt: 0, moves: phases.map((phase, at) => ({ at, phase })), steps: [] },
    wall: { for: 1, against: 2, rebuttals: 3 },
    moderation: { hidden: 0, approved: 0, deleted: 0, removed: 0 },
    ...{ rebuttals: { for: 0, against: 0 }, joined: 0, onPaper: 0, voted: [] },
  };
  return wordsOf(createElement(FairnessRecord, { page }));
}

test("[Y12] [V12] the record says how often paragraphs of each side and rebuttals were put on the projector", () => {
  expect(recordOf({})).toContain("paragraphs Against 2 times, rebuttals 3 times.");
});

test("[Y12] [R13] where approval was switched, the record does not say that the last setting held throughout", () => {
  const [approved, published] = ["The instructor approves each rebuttal", "Rebuttals appear right away"];
  expect(recordOf({ moderation: "before" })).toContain(approved);
  expect(recordOf({ moderation: "after" })).toContain(published);
  for (const moderation of ["before", "after"]) {
    const words = recordOf({ moderation }, ["rebuttal"], true);
    expect(words).toContain("Approval was switched on or off during the lesson.");
    for (const only of [approved, published]) expect(words).not.toContain(only);
  }
});

test.each(["voice", "text"])(
  "[Y12] [P23] pairs (%s) meet another answer where possible, as the record says",
  (by) => {
    const words = recordOf({ activities: { pairs: { by } } });
    expect(words).toContain(
      "where possible with people who voted differently, and learn how their partners voted",
    );
  },
);
