export type Pulse = { ask(when?: "now" | "soon"): void; stop(): void };

/**
 * Runs `beat` at most once in `interval` milliseconds however often it is asked, never twice at a time, and
 * always once more after the last time it was asked. `now` does not wait for the interval.
 */
export function createPulse(interval: number, beat: () => Promise<void>): Pulse {
  let timer: NodeJS.Timeout | undefined;
  let lastBeat = Number.NEGATIVE_INFINITY;
  let beating = false;
  let asked: "now" | "soon" | undefined;

  async function run(): Promise<void> {
    timer = undefined;
    beating = true;
    lastBeat = performance.now();
    await beat();
    beating = false;
    const again = asked;
    asked = undefined;
    if (again) ask(again);
  }

  function ask(when: "now" | "soon" = "soon"): void {
    if (beating) {
      if (asked !== "now") asked = when;
    } else if (when === "now") {
      clearTimeout(timer);
      void run();
    } else {
      timer ??= setTimeout(() => void run(), Math.max(0, lastBeat + interval - performance.now()));
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
