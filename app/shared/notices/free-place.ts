/** From top to bottom in the window, in pixels. */
export type Span = { top: number; bottom: number };

type Asked = {
  /** Of the window. */
  height: number;
  /** What stays uncovered, wherever toasts go. */
  taken: readonly Span[];
  /** What has the focus. */
  focus: Span | null;
  /** How tall the toasts are. */
  wanted: number;
  isAtTop: boolean;
};

/** `edge`: how far from their end of the window toasts begin; `room`: how tall they may be there. */
type Place = { isAtTop: boolean; edge: number; room: number };

/** Around toasts. */
const GAP = 12;
/** A toast in less room shows none of its words. */
const LEAST = 64;

export const START = { edge: GAP, room: Number.MAX_SAFE_INTEGER };

/** [F10] [F33] Where toasts stand: at the end where they are, unless they would cover what has the focus and the other has more room. */
export function freePlace({ height, taken, focus, wanted, isAtTop }: Asked): Place {
  const gaps = gapsBetween(taken, height);
  const at = (atTop: boolean): Place => {
    const order = atTop ? gaps : gaps.toReversed();
    const widest = order.toSorted((one, other) => roomIn(other) - roomIn(one))[0];
    const gap = order.find((each) => roomIn(each) >= wanted) ?? widest;
    if (!gap || roomIn(gap) < LEAST) return { isAtTop: atTop, edge: GAP, room: height - 2 * GAP };
    const clear = focus === null ? gap : beside(focus, gap, atTop);
    return {
      isAtTop: atTop,
      edge: GAP + (atTop ? gap.top : height - gap.bottom),
      room: roomIn(clear) < LEAST ? 0 : roomIn(clear),
    };
  };
  const [here, there] = [at(isAtTop), at(!isAtTop)];
  const best = here.room < wanted && there.room > here.room ? there : here;
  // Neither end is free.
  return best.room > 0 ? best : { ...best, room: height };
}

const roomIn = ({ top, bottom }: Span) => bottom - top - 2 * GAP;

/** The part of a gap, from one of its ends on, that leaves the focus free. */
function beside(focus: Span, gap: Span, atTop: boolean): Span {
  if (focus.bottom <= gap.top || focus.top >= gap.bottom) return gap;
  return atTop ? { ...gap, bottom: focus.top } : { ...gap, top: focus.bottom };
}

function gapsBetween(taken: readonly Span[], height: number): Span[] {
  const gaps: Span[] = [];
  let free = 0;
  for (const { top, bottom } of taken.toSorted((one, other) => one.top - other.top)) {
    if (top > free) gaps.push({ top: free, bottom: Math.min(top, height) });
    free = Math.max(free, bottom);
  }
  if (free < height) gaps.push({ top: free, bottom: height });
  return gaps;
}
