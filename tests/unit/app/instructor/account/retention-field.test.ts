import { createElement } from "react";
import { expect, test } from "vitest";
import { RetentionField } from "#app/instructor/account/RetentionField.tsx";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";

test("[H15] the setup asks how long sessions are kept, with one school year chosen", () => {
  const markup = markupOf(createElement(RetentionField, { isFixed: false }));
  const offered = [...markup.matchAll(/<option value="(\d*)"( selected="")?>([^<]+)</gu)];
  expect(offered.map(([, value, selected, words]) => [value, selected !== undefined, words])).toEqual([
    ["90", false, "90 days"],
    ["365", true, "One school year (365 days)"],
    ["1095", false, "Three years"],
    ["", false, "Until an instructor deletes them"],
  ]);
});

test("[H15] where the server's configuration sets a number of days, the setup names it and does not ask", () => {
  const field = createElement(RetentionField, { days: 30, isFixed: true });
  expect(markupOf(field)).not.toContain("<select");
  expect(wordsOf(field)).toBe(
    "How long sessions are kept Each session on this server is deleted permanently 30 days after it ends. Set by the person who runs the server.",
  );
});
