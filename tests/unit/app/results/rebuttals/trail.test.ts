import { expect, test } from "vitest";
import { quotedSpans } from "#app/results/positions/quoted-spans.ts";
import { trailOf } from "#app/results/rebuttals/trail.ts";
import { countResults } from "#debate/counting/results.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { rebuttal, session } from "#tests/unit/debate/counting/classroom.ts";

test("a paragraph is cut where it is quoted; overlapping quotations are one stretch with both answers", () => {
  expect(
    quotedSpans("One two  three four five.", [
      { id: "late", exact: "four five." },
      { id: "a", exact: "One two three" },
      { id: "b", exact: "two" },
      { id: "gone", exact: "not there" },
      { id: "empty", exact: " " },
    ]),
  ).toEqual([
    // As it was written, since its marks count its letters.
    { text: "One two  three", answeredBy: ["a", "b"] },
    { text: " ", answeredBy: [] },
    { text: "four five.", answeredBy: ["late"] },
  ]);
});

test("[D24] a list keeps its lines where it is quoted, also over two of them", () => {
  const list = " Two 𠮷 things:\n• ice\n• snow\n";
  expect(
    quotedSpans(list, [
      { id: "a", exact: "• ice • snow" },
      { id: "b", exact: "Two 𠮷" },
    ]),
  ).toEqual([
    { text: " ", answeredBy: [] },
    { text: "Two 𠮷", answeredBy: ["b"] },
    { text: " things:\n", answeredBy: [] },
    { text: "• ice\n• snow", answeredBy: ["a"] },
    { text: "\n", answeredBy: [] },
  ]);
});

test("the trail leads from a sentence to its rebuttals and back, and from a reply to what it answers", () => {
  const place = { side: "against", n: 2 } as const;
  const text = BUILT_IN_DEBATE.positions[1]?.paragraphs[1]?.text ?? "";
  const exact = text.slice(0, text.indexOf(".") + 1);
  const { rebuttals } = countResults(
    session({
      rebuttals: [
        rebuttal("quoting", { quote: { ...place, exact } }),
        rebuttal("altered", { quote: { ...place, exact: "Nobody wrote this." }, at: 1 }),
        rebuttal("reply", { replyTo: "quoting", at: 2 }),
        rebuttal("orphan", { replyTo: "hidden", at: 3 }),
      ],
    }),
  );
  const trail = trailOf(BUILT_IN_DEBATE, rebuttals);
  expect(trail.spansOf(place)[0]).toEqual({ text: exact, answeredBy: ["quoting"] });
  expect(rebuttals.map((each) => [each.id, trail.answered(each)])).toEqual([
    ["quoting", "sentence-against-2-0"],
    ["altered", "paragraph-against-2"],
    ["reply", "rebuttal-quoting"],
    ["orphan", null],
  ]);
  expect(trail.repliesTo("quoting").map(({ id }) => id)).toEqual(["reply"]);
  expect(trail.spansOf({ side: "for", n: 1 })).toEqual([
    { text: expect.stringContaining(" "), answeredBy: [] },
  ]);
});
