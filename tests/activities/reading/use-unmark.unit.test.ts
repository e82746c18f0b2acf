import { createElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useUnmark } from "#app/activities/reading/use-unmark.ts";
import { type Seat, SeatContext } from "#app/student/join/seat.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import { MarkStore } from "#app/student/read/marks.ts";
import { markupOf } from "#tests/support/markup.tsx";
import { shownToasts } from "#tests/support/shown-toasts.ts";
import { fakeStorage } from "#tests/support/storage.ts";

beforeEach(() => vi.stubGlobal("window", fakeStorage().tab()));
afterEach(() => vi.unstubAllGlobals());
const toasts = shownToasts();

const mark = (note: string) => ({ side: "for" as const, n: 1, sentence: 2, note });

type Unmark = ReturnType<typeof useUnmark>;

function Tool({ onDrawn }: { onDrawn: (unmark: Unmark) => void }) {
  onDrawn(useUnmark());
  return null;
}

/** What removes a mark from these. */
function unmarkIn(marks: MarkStore): Unmark {
  const found: Unmark[] = [];
  const tool = createElement(Tool, { onDrawn: (unmark) => void found.push(unmark) });
  const value = { desk: { marks } as Partial<Desk> as Desk } as Partial<Seat> as Seat;
  markupOf(createElement(SeatContext.Provider, { value }, tool));
  const [unmark] = found;
  if (!unmark) throw new Error("nothing was drawn");
  return unmark;
}

test("[X11] a mark is removed without a word, and one with a note can be brought back with it", () => {
  const marks = new MarkStore("marks");
  const unmark = unmarkIn(marks);
  marks.put(mark(""));
  unmark(mark(""));
  expect(toasts()).toEqual([]);

  marks.put(mark("Says who?"));
  unmark(mark("Says who?"));
  expect(marks.marks()).toEqual([]);
  expect(toasts()).toMatchObject([{ title: "Your mark and note were removed." }]);
  toasts()[0]?.actionProps?.onClick();
  expect(marks.marks()).toEqual([mark("Says who?")]);
});
