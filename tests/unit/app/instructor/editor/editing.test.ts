import { describe, expect, test } from "vitest";
import {
  addParagraph,
  deleteParagraph,
  mergeWithPrevious,
  moveParagraph,
  moveToOtherSide,
  restoreParagraph,
  setFields,
  setParagraph,
  splitParagraph,
  swapExperts,
} from "#app/instructor/editor/changes.ts";
import { check } from "#app/instructor/editor/check.ts";
import { type DebateForm, draftOf, formOf, paragraphField } from "#app/instructor/editor/debate-form.ts";
import { startHistory, takeStep } from "#app/instructor/editor/history.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { swapSides } from "#debate/content/swap-sides.ts";
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

  test("a blank row is left out, and errors name their own row", () => {
    const added = setFields({
      resources: [
        { key: "a", label: " ", url: "" },
        { key: "b", label: "Card", url: "javascript:alert(1)" },
      ],
    })(form());
    expect(check(added).faults).toEqual(new Map([["resources.b.url", { code: "not-an-address" }]]));
  });

  test("each kind of error has its field and code", () => {
    const wrong = setFields({ resolution: "x".repeat(303), volume: "two", date: "soon", rights: " " })(
      form(),
    );
    const blank = setParagraph("first", keyAt(wrong, 1), { text: " " })(wrong);
    expect(Object.fromEntries(check(blank).faults)).toEqual({
      resolution: { code: "too-long", over: 3, limit: 300 },
      volume: { code: "not-a-number" },
      date: { code: "not-a-date" },
      rights: { code: "required" },
      [paragraphField("first", keyAt(wrong, 1))]: { code: "blank" },
    });
  });

  test("there is no draft until the sides are confirmed, and swapping them takes the confirmation back", () => {
    const swapped = swapExperts(form());
    expect(check(swapped)).toEqual({
      draft: null,
      faults: new Map([["sides", { code: "sides-unconfirmed" }]]),
    });
    const confirmed = check(setFields({ sidesConfirmed: true })(swapped)).draft;
    expect(confirmed?.positions.map(({ side, expert }) => [side, expert.name])).toEqual([
      ["for", "Dmitri Trenin"],
      ["against", "Shinji Hyodo"],
    ]);
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

  test("the first has nothing above it to move past or to merge with", () => {
    const start = form();
    expect(texts(moveParagraph("first", keyAt(start, 0), -1)(start))).toEqual(texts(start));
    expect(texts(mergeWithPrevious("first", keyAt(start, 0))(start))).toEqual(texts(start));
  });

  test("keys are never used twice", () => {
    const added = addParagraph("second", null)(addParagraph("first", null)(form()));
    const keys = added.positions.flatMap(({ paragraphs }) => paragraphs.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
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

  test("a new change clears redo, and undo stops at the start", () => {
    const start = startHistory(form());
    const back = takeStep(takeStep(start, type("N")), { do: "undo" });
    const anew = takeStep(back, { do: "change", change: swapExperts });
    expect(takeStep(anew, { do: "redo" })).toBe(anew);
    expect(takeStep(start, { do: "undo" })).toBe(start);
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
