import { type Refusal, refuse } from "#debate/rules/result.ts";
import { isPassing } from "#server/platform/storage-failures.ts";

export type Log = { error(detail: object, message: string): void };

const logged = new WeakSet<object>();

/**
 * What is answered where something failed that nobody expected; the log hears why. `busy` where the disk is at
 * fault: nothing was decided, and a client that tries again loses nothing.
 */
export function refusalOf(error: unknown, log: Log, message: string): { ok: false; code: Refusal } {
  // Ballots that are stored together fail together, by one and the same error.
  const isNews = !(error instanceof Error) || !logged.has(error);
  if (isNews) log.error({ err: error }, message);
  if (error instanceof Error) logged.add(error);
  return refuse(isPassing(error) ? "busy" : "internal");
}
