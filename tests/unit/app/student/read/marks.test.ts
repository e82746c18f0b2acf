import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { placeOf } from "#app/student/offline/kept-places.ts";
import { MarkStore } from "#app/student/read/marks.ts";
import { sentencePicked } from "#app/student/read/sentence-beside.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { sentenceAt, sentencesOf } from "#debate/content/sentences.ts";
import { fakeStorage } from "#tests/support/storage.ts";

const PLACE = placeOf("4K7M2Q", "ada", "marks");
const mark = (sentence: number, note = "") => ({ side: "for" as const, n: 1, sentence, note });

let phone: ReturnType<ReturnType<typeof fakeStorage>["tab"]>;
beforeEach(() => {
  phone = fakeStorage().tab();
  vi.stubGlobal("window", phone);
});
afterEach(() => vi.unstubAllGlobals());

test("[X11] marks and notes stay after a reload, one for each sentence, until they are removed", () => {
  const marks = new MarkStore(PLACE);
  marks.put(mark(1));
  marks.put(mark(2, "Says who?"));
  marks.put(mark(1, "A map"));
  expect(new MarkStore(PLACE).marks()).toEqual([mark(2, "Says who?"), mark(1, "A map")]);
  marks.remove(mark(2));
  expect(new MarkStore(PLACE).marks()).toEqual([mark(1, "A map")]);
});

test("[X11] a mark that was removed comes back with its note, but not over one that was written since", () => {
  const marks = new MarkStore(PLACE);
  marks.put(mark(1, "Says who?"));
  marks.remove(mark(1));
  marks.put(mark(1));
  marks.restore(mark(1, "Says who?"));
  expect(marks.marks()).toEqual([mark(1, "Says who?")]);
  marks.put(mark(1, "Says the map."));
  marks.restore(mark(1, "Says who?"));
  expect(marks.marks()).toEqual([mark(1, "Says the map.")]);
});

test("[X11] what an older page left behind, or no page wrote, is no mark", () => {
  phone.localStorage.setItem(
    PLACE,
    JSON.stringify([mark(1), null, { side: "up", n: 1 }, { ...mark(2), note: 3 }]),
  );
  expect(new MarkStore(PLACE).marks()).toEqual([mark(1)]);
  phone.localStorage.setItem(PLACE, '{"marks":[]}');
  expect(new MarkStore(PLACE).marks()).toEqual([]);
});

const { positions } = BUILT_IN_DEBATE;

test("[X11] a sentence is found in the words that are read, and one that they don't have is none", () => {
  const sentences = sentencesOf(positions[0].paragraphs[0]?.text ?? "");
  expect(sentenceAt(positions, mark(2))).toBe(sentences[1]?.trim());
  for (const place of [mark(sentences.length + 1), { ...mark(1), n: 100 }])
    expect(sentenceAt(positions, place)).toBeUndefined();
  expect(sentenceAt([], mark(1))).toBeUndefined();
});

test("[X11] picked words are marked as the sentence in which they begin", () => {
  const [first = ""] = sentencesOf(positions[0].paragraphs[0]?.text ?? "");
  const pick = (at: number) => sentencePicked(positions, { side: "for", n: 1, at, exact: "x" });
  expect(pick(0)).toEqual({ side: "for", n: 1, sentence: 1 });
  expect(pick(first.length - 1)).toEqual({ side: "for", n: 1, sentence: 1 });
  expect(pick(first.length)).toEqual({ side: "for", n: 1, sentence: 2 });
  expect(pick(1e6)).toBeUndefined();
});
