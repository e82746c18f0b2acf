/** Why something was refused, here and on the wire. The words for each code live in the message file of `app/`. */
export const REFUSALS = [
  "malformed",
  "unauthorized",
  "forbidden",
  "not-found",
  "wrong-phase",
  "closed",
  "stale",
  "too-long",
  "too-many",
  "duplicate",
  "removed",
  "busy",
  "internal",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** An expected outcome: a value, or a refusal with its code. Bugs throw instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: Refusal; message?: string };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: Refusal, message?: string): { ok: false; code: Refusal; message?: string } {
  return message === undefined ? { ok: false, code } : { ok: false, code, message };
}

/** Ends a switch over a union, so that a new member fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
