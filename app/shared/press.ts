import { ask, type Reply } from "#app/shared/ask.ts";
import { inTime } from "#app/shared/in-time.ts";

/** [W20] Within this time the server begins a press or drops it, in milliseconds. */
const WITHIN = 2_000;
/** [W21] After how long the page looks whether the server is at work on it, how much longer it looks, and how long it waits then. */
const LONG = 1_000;
const LOOKS = 1_000;
const WORKS_WITHIN = 8_000;

/**
 * [W23] Asks for something that a host pressed. The request says until when it may be carried out, by the server's own clock, which is
 * asked for first. `late` where it wasn't confirmed in time: then the server doesn't begin it later, and may have begun it before.
 */
export async function press<T = unknown>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Reply<T>> {
  const end = performance.now() + WITHIN;
  const left = () => Math.max(0, Math.floor(end - performance.now()));
  const time = (within: number) =>
    ask<{ now: number }>("GET", "/api/time", undefined, { signal: AbortSignal.timeout(within) });
  const told = await time(left());
  if (!told.ok) return told.code === "offline" ? LATE : told;
  const stop = new AbortController();
  // The server told its time before it arrived here: there the time is over first.
  const headers = { "x-until": String(told.value.now + left()) };
  const answered = ask<T>(method, path, body, { headers, signal: stop.signal });
  const early = await inTime(answered, Math.min(LONG, left()));
  const isAtWork = early === null && (await time(left() + LOOKS)).ok;
  const answer = early ?? (await inTime(answered, isAtWork ? WORKS_WITHIN : left()));
  stop.abort();
  return answer === null || (!answer.ok && answer.code === "offline") ? LATE : answer;
}

const LATE = { ok: false, code: "late" } as const;
