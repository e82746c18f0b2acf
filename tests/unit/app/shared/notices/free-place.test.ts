import { expect, test } from "vitest";
import { freePlace } from "#app/shared/notices/free-place.ts";

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

test("[F33] toasts in a window without a free part stand at their end", () => {
  const taken = [{ top: -200, bottom: 900 }];
  expect(freePlace({ ...WINDOW, taken })).toEqual({ isAtTop: false, edge: 12, room: 776 });
  expect(freePlace({ ...WINDOW, focus: { top: 0, bottom: 800 } })).toMatchObject({ room: 800 });
});
