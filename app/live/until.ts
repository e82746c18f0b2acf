import type { LiveState } from "#app/live/live-state.ts";

/** What a page knows, and who hears of changes. */
type Known = { state(): LiveState; subscribe(listener: () => void): () => void };

/** Resolves once the state of this page fits, or after some milliseconds. */
export function until(live: Known, fits: (state: LiveState) => boolean, within: number): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (fits(live.state())) end();
    };
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, within);
    const unsubscribe = live.subscribe(check);
    check();
  });
}
