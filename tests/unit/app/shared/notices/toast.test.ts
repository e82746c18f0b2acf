import { expect, test } from "vitest";
import { freePlace } from "#app/shared/notices/free-place.ts";
import { showToasts, type Toast, toast } from "#app/shared/notices/toast.ts";
import { shownToasts } from "#tests/support/shown-toasts.ts";

const toasts = shownToasts();
const titles = () => toasts().map(({ title }) => title);

test("[F10] words stay 8 seconds, what can be pressed 20, and problems until they are closed", () => {
  const undo = { label: "Undo", onClick: () => undefined };
  toast.success("Saved");
  toast.success("Hidden", { action: undo });
  toast.warning("Another window was faster");
  toast.error("Can't reach the server");
  expect(toasts().map(({ timeout }) => timeout)).toEqual([8_000, 20_000, 0, 0]);

  // A third of those that go has their oldest make room; problems stay.
  toast.success("Copied");
  expect(titles()).toEqual(["Hidden", "Another window was faster", "Can't reach the server", "Copied"]);

  // The same words again are one toast, and are announced again.
  const countOf = (words: string) => toasts().find(({ title }) => title === words)?.data?.count;
  const before = countOf("Can't reach the server");
  toast.error("Can't reach the server");
  expect(titles().filter((title) => title === "Can't reach the server")).toHaveLength(1);
  expect(countOf("Can't reach the server")).not.toBe(before);
});

test("[F10] a pressed button closes its toast before it acts", () => {
  toast.success("Hidden", {
    id: "hidden",
    action: { label: "Undo", onClick: () => toast.info("Shown", { id: "hidden" }) },
  });
  toasts()[0]?.actionProps?.onClick();
  expect(titles()).toEqual(["Shown"]);
});

test("[F10] a toast of a page that is left is shown by the next page, unless it was closed", () => {
  toast.success("Saved");
  toast.success("Copied", { id: "copied" });
  toast.dismiss("copied");
  const next: Toast[] = [];
  const stop = showToasts({ add: (each) => next.push(each), close: () => {}, update: () => {} });
  expect(next.map(({ title }) => title)).toEqual(["Saved"]);
  stop();
});

test("[F26] once the class has moved on, problems go like other words", () => {
  toast.error("Can't find the sentence");
  toast.success("Saved");
  toast.endProblems();
  expect(toasts().map(({ timeout }) => timeout)).toEqual([8_000, 8_000]);
});

const WINDOW = { height: 800, taken: [], focus: null, wanted: 100, isAtTop: false };
const BAR = { top: 0, bottom: 380 };

test("[F10] toasts stay at their end until they would cover what has the focus", () => {
  expect(freePlace(WINDOW)).toEqual({ isAtTop: false, edge: 12, room: 776 });
  const above = { top: 300, bottom: 340 };
  expect(freePlace({ ...WINDOW, focus: above })).toEqual({ isAtTop: false, edge: 12, room: 436 });
  const under = { top: 740, bottom: 780 };
  const moved = freePlace({ ...WINDOW, focus: under });
  expect(moved).toEqual({ isAtTop: true, edge: 12, room: 716 });
  expect(freePlace({ ...WINDOW, focus: above, isAtTop: true })).toMatchObject({ isAtTop: true });
});

test("[F33] toasts that leave the foot of the window for what has the focus go below a bar of half its height", () => {
  const focus = { top: 740, bottom: 780 };
  expect(freePlace({ ...WINDOW, taken: [BAR], focus })).toEqual({ isAtTop: true, edge: 392, room: 336 });
});

test("[F33] toasts have the free part between bars and a tour that fits them, else the largest", () => {
  const foot = { top: 700, bottom: 800 };
  const tour = { top: 500, bottom: 680 };
  const taken = [foot, BAR, tour];
  // Between bar and tour: 120 px, with 12 above and below.
  expect(freePlace({ ...WINDOW, taken, wanted: 90 })).toEqual({ isAtTop: false, edge: 312, room: 96 });
  expect(freePlace({ ...WINDOW, taken, wanted: 200 })).toEqual({ isAtTop: false, edge: 312, room: 96 });
});
