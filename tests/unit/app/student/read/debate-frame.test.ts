import { createElement } from "react";
import { expect, test } from "vitest";
import { DebateFoot } from "#app/student/read/DebateFrame.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";

test.each([
  ["2019-02-07", "February 7, 2019"],
  ["2019-02", "February 2019"],
  ["2019", "2019"],
])("[D5] students read the date %s as %s", (date, words) => {
  const read = wordsOf(createElement(DebateFoot, { debate: { ...BUILT_IN_DEBATE, date } }));
  expect(read).toContain(`Issue 3 · ${words} After Debating Japan`);
});

test("[D19] students read who edits the debate, the series' other resolutions, and resources as links", () => {
  const read = wordsOf(createElement(DebateFoot, { debate: BUILT_IN_DEBATE }));
  expect(read).toContain(`About the editor Yuka Koshino ${BUILT_IN_DEBATE.editor?.biography}`);
  expect(read).toContain("Vol. 1, Issue 2: Japan-China Rapprochement Will Fail · December 2018");
  const markup = markupOf(createElement(DebateFoot, { debate: BUILT_IN_DEBATE }));
  for (const { url } of BUILT_IN_DEBATE.resources) expect(markup).toContain(`href="${url}"`);
});
