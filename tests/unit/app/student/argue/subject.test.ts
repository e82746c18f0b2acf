import { createElement } from "react";
import { expect, test } from "vitest";
import { Subject } from "#app/student/argue/Subject.tsx";
import { wordsOf } from "#tests/support/markup.tsx";

const subject = (answers: Parameters<typeof Subject>[0]["answers"]) =>
  wordsOf(createElement(Subject, { answers, onRemove: () => undefined })).replace(/[\u2068\u2069]/gu, "");

test("the reply form says whose words are answered, before them", () => {
  expect(subject({ body: "Geography does not bargain.", by: "Calm Heron" })).toMatch(
    /^In reply to Calm Heron Geography does not bargain\./u,
  );
  expect(subject({ body: "Geography does not bargain." })).toMatch(
    /^In reply to a classmate Geography does not bargain\./u,
  );
  expect(subject({})).toMatch(/^In reply to a classmate The rebuttal it answers is no longer there\./u);
});

test("what is answered is taken away by a button that says what it is", () => {
  const quote = { side: "for" as const, n: 2, exact: "A country cannot afford it." };
  expect(subject({ quote, expert: "Shinji Hyodo" })).toMatch(/Remove the quotation$/u);
  expect(subject({ body: "Geography does not bargain." })).toMatch(/Don’t make it a reply$/u);
});

test("for a quotation it names expert and paragraph, after the words", () => {
  const quote = { side: "for" as const, n: 2, exact: "A country cannot afford it." };
  expect(subject({ quote, expert: "Shinji Hyodo" })).toMatch(/^A country cannot afford it\. .*Shinji Hyodo/u);
});
