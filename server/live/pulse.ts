export type Pulse = { ask(when?: "now" | "soon"): void; stop(): void };

/**
 * Runs `tick` at most once in `interval` milliseconds however often it is asked, never twice at a time, and
 * always once more after the last time it was asked. Half an interval is waited in any case, so that what happens
 * together is told together, and a burst of votes is stored before it is told; `now` waits for nothing. A tick may take no more
 * than `share` of the time: where it lasts longer, the next one comes later.
 */
export function createPulse(interval: number, tick: () => Promise<void>, share = 1): Pulse {
  let timer: NodeJS.Timeout | undefined;
  let nextTick = Number.NEGATIVE_INFINITY;
  let ticking = false;
  let asked: "now" | "soon" | undefined;

  async function run(): Promise<void> {
    timer = undefined;
    ticking = true;
    const begun = performance.now();
    await tick();
    nextTick = begun + Math.max(interval, (performance.now() - begun) / share);
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
      timer ??= setTimeout(() => void run(), Math.max(interval / 2, nextTick - performance.now()));
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
