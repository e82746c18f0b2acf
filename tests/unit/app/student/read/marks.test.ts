import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { placeOf } from "#app/student/offline/phone-storage.ts";
import { MarkStore } from "#app/student/read/marks.ts";
import { sentencePicked } from "#app/student/read/sentence-beside.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
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

const { positions } = BUILT_IN_DEBATE;

test("[X11] picked words are marked as the sentence in which they begin", () => {
  const [first = ""] = sentencesOf(positions[0].paragraphs[0]?.text ?? "");
  const pick = (at: number) => sentencePicked(positions, { side: "for", n: 1, at, exact: "x" });
  expect(pick(0)).toEqual({ side: "for", n: 1, sentence: 1 });
  expect(pick(first.length - 1)).toEqual({ side: "for", n: 1, sentence: 1 });
  expect(pick(first.length)).toEqual({ side: "for", n: 1, sentence: 2 });
  expect(pick(1e6)).toBeUndefined();
});
