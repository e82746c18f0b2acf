import { createElement } from "react";
import { expect, test } from "vitest";
import { ChooseSections } from "#app/instructor/compare/ChooseSections.tsx";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

const missing = (...codes: string[]) =>
  createElement(ChooseSections, {
    page: {
      instructor: { id: "grace", name: "Grace", email: "grace@example.org" },
      ...{ comparison: null, picked: codes, choices: [] },
      problem: { why: "unknown", codes },
    },
  });

test("[V22] sessions that are not found are named, one as one and several as several", () => {
  expect(wordsOf(missing("ABC234"))).toContain("Session not found: ABC234 It may have been deleted.");
  expect(wordsOf(missing("ABC234", "XYZ567"))).toContain(
    "Sessions not found: ABC234, XYZ567 They may have been deleted.",
  );
  expect(textsInJapanese(missing("ABC234"))).toContain("削除された可能性があります。");
});
