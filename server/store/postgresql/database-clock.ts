import type { MachineClock } from "#server/store/database.ts";

/** [O13] A difference that is reported, in milliseconds. */
const NOTED = 2_000;

/**
 * [P43] The database's clock for all its servers: this machine's, corrected by the difference. `ask` resolves with the database's time.
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
      // The time was read at some moment in between. Keep the known difference if it fits, so that the clock doesn't jump.
      ahead = Math.min(Math.max(ahead, asked - told), now() - told);
      if (!wasNoted && Math.abs(ahead) > NOTED) onSkewed(ahead);
    },
  };
}
