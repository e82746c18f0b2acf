import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Refusal } from "#debate/rules/result.ts";
import { etagOf, isNamedBy } from "#server/http/etag.ts";
import { createTurns } from "#server/platform/slices.ts";

export const STATUS: Record<Refusal, ContentfulStatusCode> = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  "wrong-phase": 409,
  closed: 409,
  stale: 409,
  late: 409,
  "too-long": 413,
  "too-many": 429,
  duplicate: 409,
  "no-cookie": 403,
  removed: 403,
  unfinished: 409,
  busy: 503,
  internal: 500,
};

/** For programs, if the refusal has no message. */
const MEANING: Record<Refusal, string> = {
  malformed: "The request was not understood.",
  unauthorized: "Sign in first.",
  forbidden: "This is not yours to do.",
  "not-found": "There is no such thing here.",
  "wrong-phase": "The session is in another phase.",
  closed: "The session takes nobody in any more.",
  stale: "The session has moved on since.",
  late: "It came after the time in which it was to be carried out.",
  "too-long": "This is longer than is allowed.",
  "too-many": "Too many of these.",
  duplicate: "This exists already.",
  "no-cookie": "This browser sends no cookies back.",
  removed: "This seat was taken away by the host.",
  unfinished: "This debate is a draft: finish it first.",
  busy: "Try again in a moment.",
  internal: "Something went wrong here.",
};

export type Refused = { code: Refusal; message?: string; retryAfter?: number; fields?: unknown };

export function refusal(
  context: Context,
  { code, message, retryAfter, fields }: Refused,
  status = STATUS[code],
): Response {
  if (retryAfter !== undefined) context.header("retry-after", String(retryAfter));
  return context.json(
    {
      error: {
        code,
        message: message ?? MEANING[code],
        ...(fields !== undefined && { fields }),
        ...(retryAfter !== undefined && { retryAfter }),
      },
    },
    status,
  );
}

type Written = { bytes: Uint8Array<ArrayBuffer>; etag: string };
const answerTurn = createTurns();
const written = new WeakMap<object, Written>();

/**
 * [L15] Answers with a shared object that never changes: serialized once, 304 if the caller has it, one answer in each turn of the
 * event loop. Objects with the same content have the same tag.
 */
export async function cachedJson(context: Context, value: object): Promise<Response> {
  // A class asks at once, and its answers get ready at once.
  await answerTurn();
  const { bytes, etag } = written.get(value) ?? write(value);
  context.header("etag", etag);
  if (isNamedBy(context.req.header("if-none-match"), etag)) return context.body(null, 304);
  return context.body(bytes, 200, { "content-type": "application/json" });
}

function write(value: object): Written {
  const bytes = Buffer.from(JSON.stringify(value));
  const made = { bytes, etag: etagOf(createHash("sha256").update(bytes).digest("base64url")) };
  written.set(value, made);
  return made;
}
