import type { MachineClock } from "#server/store/database.ts";

/** [O13] From how many milliseconds on an operator should know. */
const NOTED = 2_000;

/**
 * [P43] The database's clock, as all its servers know it: this machine's, corrected by how far that is ahead. `ask` resolves with the
 * database's time.
 */
export function createDatabaseClock(ask: () => Promise<number>, { now, onSkewed }: MachineClock) {
  let ahead = 0;

  return {
    now: (): number => Math.round(now() - ahead),
    skew: (): number => ahead,
    async measure(): Promise<void> {
      const asked = now();
      const told = await ask();
      const wasNoted = Math.abs(ahead) > NOTED;
      // It told the time at some moment between both. Where the skew known so far fits, it stays: no clock jumps with every answer.
      ahead = Math.min(Math.max(ahead, asked - told), now() - told);
      if (!wasNoted && Math.abs(ahead) > NOTED) onSkewed(ahead);
    },
  };
}
