import type { Live } from "#app/live/live.ts";
import { until } from "#app/live/until.ts";

const TIMEOUT = 2_000;

/**
 * Resolves once this page has the state that an answer speaks of, which may come a little later than the answer. A second press
 * before that would be based on the state before.
 */
export function arrival(live: Pick<Live, "state" | "subscribe">, version: number): Promise<void> {
  return until(live, ({ snapshot }) => snapshot.version >= version, TIMEOUT);
}
