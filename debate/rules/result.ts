/** The codes of refusals, here and in messages. Their words are in the message file of `app/`. */
export const REFUSALS = [
  "malformed",
  "unauthorized",
  "forbidden",
  "not-found",
  "wrong-phase",
  "closed",
  "stale",
  "late",
  "too-long",
  "too-many",
  "duplicate",
  "no-cookie",
  "removed",
  "unfinished",
  "busy",
  "internal",
] as const;
export type Refusal = (typeof REFUSALS)[number];

type Refused = { ok: false; code: Refusal; message?: string; retryAfter?: number; fields?: string[] };
/** An expected outcome: a value, or a refusal with its code. Bugs throw instead. */
export type Result<T> = { ok: true; value: T } | Refused;

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: Refusal, message?: string): Refused {
  return message === undefined ? { ok: false, code } : { ok: false, code, message };
}

/** [L1] Seconds until the same request is accepted. Without them `too-many` is final. */
export function tooOften(retryAfter: number): Refused {
  return { ok: false, code: "too-many", retryAfter };
}

/** Whether the same request may succeed later. */
export function isForNow({ code, retryAfter }: Pick<Refused, "code" | "retryAfter">): boolean {
  return code === "busy" || retryAfter !== undefined;
}

/** Ends a switch over a union, so that a new member fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
