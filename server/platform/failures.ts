import { type Refusal, refuse } from "#debate/rules/result.ts";
import { isPassing } from "#server/platform/storage-failures.ts";

export type Log = { error(detail: object, message: string): void };

const logged = new WeakSet<object>();

/**
 * The answer to an unexpected failure, which is logged. `busy` if the disk caused it: nothing was decided, and the
 * client can safely try again.
 */
export function refusalOf(error: unknown, log: Log, message: string): { ok: false; code: Refusal } {
  // Ballots stored together fail with the same error: log it once.
  const isNews = !(error instanceof Error) || !logged.has(error);
  if (isNews) log.error({ err: error }, message);
  if (error instanceof Error) logged.add(error);
  return refuse(isPassing(error) ? "busy" : "internal");
}
