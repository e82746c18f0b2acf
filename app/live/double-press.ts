/** Longer than the second press of a double press takes to follow the first, in milliseconds. */
const DOUBLE_PRESS = 400;

/**
 * [P7] Resolves a moment after what a press did is on the page. Until then a press is the second half of a double press: it is about
 * what was there before.
 */
export function pastDoublePress(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, DOUBLE_PRESS));
}
