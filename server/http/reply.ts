import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import { parse } from "#debate/protocol/messages.ts";
import { accept, type Refusal, type Result, refuse } from "#debate/rules/result.ts";
import { etagOf, isNamedBy } from "#server/http/etag.ts";
import { createTurnQueue } from "#server/platform/slices.ts";

export const STATUS: Record<Refusal, ContentfulStatusCode> = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  "wrong-phase": 409,
  closed: 409,
  stale: 409,
  "too-long": 413,
  "too-many": 429,
  duplicate: 409,
  removed: 403,
  "session-running": 409,
  unfinished: 409,
  busy: 503,
  internal: 500,
};

/** What each code means, for programs, if the refusal has no message of its own. */
const MEANING: Record<Refusal, string> = {
  malformed: "The request was not understood.",
  unauthorized: "Sign in first.",
  forbidden: "This is not yours to do.",
  "not-found": "There is no such thing here.",
  "wrong-phase": "The session is in another phase.",
  closed: "The session takes nobody in any more.",
  stale: "The session has moved on since.",
  "too-long": "This is longer than is allowed.",
  "too-many": "Too many of these.",
  duplicate: "This exists already.",
  removed: "This seat was taken away by the host.",
  "session-running": "Someone is connected to a session.",
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
const answerTurn = createTurnQueue();
const written = new WeakMap<object, Written>();

/**
 * [L15] Answers with the JSON of a shared object that never changes, which is stringified once; with 304 and without it if the
 * caller names its tag. Objects with the same content have the same tag. One answer is sent in each turn of the event loop.
 */
export async function keptJson(context: Context, value: object): Promise<Response> {
  // A class may ask at once, and what all of them wait for comes at once, too.
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

/** [W1] Refuses larger bodies before reading them. */
export function atMostBytes(
  maxSize: number,
  refuse: (context: Context, refused: Refused) => Response = refusal,
): MiddlewareHandler {
  const refused: Refused = { code: "too-long", message: `The body has more than ${maxSize} bytes.` };
  const counting = bodyLimit({ maxSize, onError: (context) => refuse(context, refused) });
  return async (context, next) => {
    const length = context.req.header("content-length");
    // Hono makes a whole Request to look at a body, which costs more than most answers.
    if (context.req.header("transfer-encoding") !== undefined) return counting(context, next);
    return Number(length ?? 0) > maxSize ? refuse(context, refused) : next();
  };
}

export type Body = { isForm: boolean; input: unknown };

const typeOf = (context: Context) =>
  context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";

/** Whether a request was sent by a plain form, which is always redirected back to its page. */
export const isForm = (context: Context) => typeOf(context) === "application/x-www-form-urlencoded";

/** The body of a request: JSON, or a form's fields without the empty ones. */
export async function readBody(context: Context): Promise<Result<Body>> {
  if (isForm(context)) {
    const fields = new URLSearchParams(await context.req.text());
    return accept({
      isForm: true,
      input: Object.fromEntries([...fields].filter(([, value]) => value !== "")),
    });
  }
  const text = await context.req.text();
  if (text === "") return accept({ isForm: false, input: {} });
  if (typeOf(context) !== "application/json") return refuse("malformed", "send application/json");
  try {
    return accept({ isForm: false, input: JSON.parse(text) });
  } catch {
    return refuse("malformed", "the body is not JSON");
  }
}

/** Reads and parses a JSON body in one step. */
export async function readJson<T>(context: Context, schema: z.ZodType<T>): Promise<Result<T>> {
  const body = await readBody(context);
  if (!body.ok) return body;
  return body.value.isForm ? refuse("malformed", "send application/json") : parse(schema, body.value.input);
}
