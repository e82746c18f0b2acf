/** The longest pause that a long tick causes, in milliseconds: one read that waited must not stop a pulse for minutes. */
const LONGEST_PAUSE = 10_000;

export type Pulse = { ask(when?: "now" | "soon"): void; stop(): void };

/**
 * Runs `tick` at most once per `interval` (milliseconds, or a function that says it after each tick), never two at a time,
 * and always once after the last `ask`. It waits at least half an interval, so that changes that happen together are sent
 * together; `now` does not wait. A tick that takes longer than `share` of the time delays the next one, by ten seconds at most.
 */
export function createPulse(interval: number | (() => number), tick: () => Promise<void>, share = 1): Pulse {
  const between = typeof interval === "number" ? () => interval : interval;
  let timer: NodeJS.Timeout | undefined;
  let nextTick = Number.NEGATIVE_INFINITY;
  let ticking = false;
  let asked: "now" | "soon" | undefined;

  async function run(): Promise<void> {
    timer = undefined;
    ticking = true;
    const begun = performance.now();
    await tick();
    const ended = performance.now();
    nextTick = Math.min(begun + Math.max(between(), (ended - begun) / share), ended + LONGEST_PAUSE);
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
      timer ??= setTimeout(() => void run(), Math.max(between() / 2, nextTick - performance.now()));
    }
  }

  return {
    ask,
    stop: () => {
      clearTimeout(timer);
      asked = undefined;
    },
  };
}
