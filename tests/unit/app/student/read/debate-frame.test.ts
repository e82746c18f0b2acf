import { createElement } from "react";
import { expect, test } from "vitest";
import { DebateFoot } from "#app/student/read/DebateFrame.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { wordsOf } from "#tests/support/markup.tsx";

test.each([
  ["2019-02-07", "February 7, 2019"],
  ["2019-02", "February 2019"],
  ["2019", "2019"],
])("[D5] students read the date %s as %s", (date, words) => {
  const read = wordsOf(createElement(DebateFoot, { debate: { ...BUILT_IN_DEBATE, date } }));
  expect(read).toContain(`Issue 3 · ${words} After Debating Japan`);
});
