/** The longest pause that a long tick causes, in milliseconds: one slow read must not stop updates for minutes. */
const LONGEST_PAUSE = 10_000;

export type Throttle = { ask(when?: "now" | "soon"): void; stop(): void };

/**
 * Runs `tick` at most once per `interval` (milliseconds, or a function that says it at each `ask`), never two at a time,
 * and always once after the last `ask`. It waits at least half an interval, so that changes that happen together are sent
 * together; `now` does not wait. A tick that takes longer than `share` of the time delays the next one, by ten seconds at most.
 */
export function createThrottle(
  interval: number | (() => number),
  tick: () => Promise<void>,
  share = 1,
): Throttle {
  const between = typeof interval === "number" ? () => interval : interval;
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  let last = { begun: Number.NEGATIVE_INFINITY, took: 0 };
  let ticking = false;
  let asked: "now" | "soon" | undefined;

  async function run(): Promise<void> {
    due = Number.POSITIVE_INFINITY;
    ticking = true;
    const begun = performance.now();
    await tick();
    last = { begun, took: performance.now() - begun };
    ticking = false;
    const again = asked;
    asked = undefined;
    if (again) ask(again);
  }

  function ask(when: "now" | "soon" = "soon"): void {
    if (ticking) {
      if (asked !== "now") asked = when;
    } else if (when === "now") {
      clearTimeout(timer);
      void run();
    } else {
      const now = performance.now();
      const { begun, took } = last;
      const pause = Math.min(Math.max(between(), took / share), took + LONGEST_PAUSE);
      const soon = Math.max(now + between() / 2, begun + pause);
      // An interval that has become shorter counts at once.
      if (soon >= due) return;
      clearTimeout(timer);
      due = soon;
      timer = setTimeout(() => void run(), soon - now);
    }
  }

  return {
    ask,
    stop: () => {
      clearTimeout(timer);
      due = Number.POSITIVE_INFINITY;
      asked = undefined;
    },
  };
}
