import { describe, expect, test } from "vitest";
import {
  deleteParagraph,
  mergeWithPrevious,
  moveToOtherSide,
  restoreParagraph,
  setFields,
  splitParagraph,
  swapExperts,
} from "#app/instructor/editor/changes.ts";
import { check } from "#app/instructor/editor/check.ts";
import { type DebateForm, draftOf, formOf } from "#app/instructor/editor/debate-form.ts";
import { startHistory, takeStep } from "#app/instructor/editor/history.ts";
import { swapSides } from "#debate/content/swap-sides.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { IN_VERSIONS, SIMPLE } from "#tests/support/versions.ts";

const { id: _, ...BUILT_IN } = BUILT_IN_DEBATE;
const form = (): DebateForm => formOf(BUILT_IN, true);
const texts = ({ positions }: DebateForm) => positions[0].paragraphs.map(({ text }) => text);
const keyAt = ({ positions }: DebateForm, index: number) => positions[0].paragraphs[index]?.key ?? "";

describe("the form of a debate", () => {
  test("the fields give back the draft that they were made from", () => {
    expect(draftOf(form())).toEqual(BUILT_IN);
    expect(check(form()).draft).toEqual(BUILT_IN);
  });

  test("[D7] swapping sides swaps them in the reading texts, too, and keeps the kit", () => {
    const { id: __, ...inVersions } = IN_VERSIONS;
    const swapped = setFields({ sidesConfirmed: true })(swapExperts(formOf(inVersions, true)));
    expect(check(swapped).draft).toEqual(swapSides(inVersions));
    expect(check(swapped).draft?.versions?.[0]).toMatchObject({ for: SIMPLE.against, against: SIMPLE.for });
  });
});

describe("paragraphs", () => {
  test("split, then merged, they are what they were", () => {
    const start = form();
    const at = (texts(start)[1] ?? "").indexOf(" ") + 1;
    const split = splitParagraph("first", keyAt(start, 1), at)(start);
    expect(texts(split)).toHaveLength(texts(start).length + 1);
    const merged = mergeWithPrevious("first", keyAt(split, 2))(split);
    expect(texts(merged)).toEqual(texts(start));
  });

  test("deleted and restored, they return to their place, whatever was changed since", () => {
    const start = form();
    const gone = start.positions[0].paragraphs[1];
    if (!gone) throw new Error("the built-in debate has a second paragraph");
    const later = setFields({ series: "New" })(deleteParagraph("first", gone.key)(start));
    expect(texts(restoreParagraph("first", gone, 1)(later))).toEqual(texts(start));
  });
});

describe("undo and redo", () => {
  const type = (series: string) =>
    ({ do: "change", change: setFields({ series }), typingIn: "series" }) as const;

  test("typing in one field is one step, and redo repeats it", () => {
    const typed = ["N", "Ne", "New"].map(type).reduce(takeStep, startHistory(form()));
    const back = takeStep(typed, { do: "undo" });
    expect(back.present.series).toBe("Debating Japan");
    expect(takeStep(back, { do: "redo" }).present.series).toBe("New");
  });
});

test("[U16] an instructor moves a column to the end of the other side, and the sides are asked about again", () => {
  const before = form();
  const [first, second] = before.positions.map(({ paragraphs }) => paragraphs);
  const end = first?.[3]?.text.slice(-60) ?? "";
  const after = moveToOtherSide("first", keyAt(before, 2), end)(before);
  expect(after.positions.map(({ paragraphs }) => paragraphs)).toEqual([
    [...(first?.slice(0, 2) ?? []), ...(first?.slice(4) ?? [])],
    [...(second ?? []), ...(first?.slice(2, 4) ?? [])],
  ]);
  expect(after.sidesConfirmed).toBe(false);
});
