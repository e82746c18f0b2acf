import { type Refusal, refuse } from "#debate/rules/result.ts";
import { isPassing } from "#server/platform/storage-failures.ts";

export type Log = { error(detail: object, message: string): void };

const logged = new WeakSet<object>();

/** Thrown where a session was deleted while it was being read. Nothing is wrong, so it is answered as not found and not logged. */
export class SessionGone extends Error {}

/** For `catch`: a value in place of a session that was deleted meanwhile. */
export function whenGone<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof SessionGone) return instead;
    throw error;
  };
}

/**
 * The answer to an unexpected failure, which is logged. `busy` if the disk caused it: nothing was decided, and the
 * client can safely try again.
 */
export function refusalOf(error: unknown, log: Log, message: string): { ok: false; code: Refusal } {
  if (error instanceof SessionGone) return refuse("not-found");
  // Ballots stored together fail with the same error: log it once.
  const isNews = !(error instanceof Error) || !logged.has(error);
  if (isNews) log.error({ err: error }, message);
  if (error instanceof Error) logged.add(error);
  return refuse(isPassing(error) ? "busy" : "internal");
}
