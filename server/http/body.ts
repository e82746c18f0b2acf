import type { IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { z } from "zod";
import { MESSAGE_BYTES, parse } from "#debate/protocol/messages.ts";
import { accept, type Refusal, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import { checkDeadline } from "#server/http/deadline.ts";
import { isParsable } from "#server/http/json-shape.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import { createQueue } from "#server/platform/queue.ts";

const MB = 1024 * 1024;
/** [L17] The largest body in bytes that anyone may send, and that a signed-in instructor may where a request says so. */
export const BODY_BYTES = MESSAGE_BYTES;
export const LONG_BODY_BYTES = 512 * 1024;
/** [L17] How long a body of BODY_BYTES may take to arrive, in milliseconds. Longer ones have the time of a request [L6]. */
const BODY_TIMEOUT = 10_000;
/** [L17] How many fields a plain form may have; a ballot has fewer than ten. */
const FORM_FIELDS = 50;
const AMPERSAND = 0x26;
/** [L18] The first bytes of each body are not counted, so that a flood of large bodies keeps no vote out. */
const UNCOUNTED = 2 * 1024;
/** [L18] Bytes in memory: of anonymous requests by address, of instructors by account (two files each). */
const anonymous = createByteRoom({ each: 8 * MB, all: 32 * MB });
const instructors = createByteRoom({ each: 42 * MB, all: 126 * MB });
const RETRY_AFTER = 5;
/** [L30] Longer JSON takes the event loop 50 microseconds a KB, so bodies take turns, with a pause by their length. */
const LONG_JSON = 256 * 1024;
const APART = 1.25;
const oneAtATime = createQueue({ atOnce: 1, waiting: 20 });

export type Body = { isForm: boolean; input: unknown };
type Reading = {
  most: number;
  /** Reserves memory for a part. */
  take: (bytes: number) => Result<null>;
  within?: number | undefined;
};

const typeOf = (context: Context) =>
  context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";

/** Whether a request was sent by a plain form, which is always redirected back to its page. */
export const isForm = (context: Context) => typeOf(context) === "application/x-www-form-urlencoded";

/** The body of a request: JSON, or a form's fields without the empty ones. */
export async function readBody(context: Context, most = BODY_BYTES): Promise<Result<Body>> {
  const bytes = await readBytes(context, most);
  if (!bytes.ok) return bytes;
  const isLong = bytes.value.length > LONG_JSON;
  if (isLong && !(await turnOf(instructorOf(context) ?? "", bytes.value.length))) return refuse("busy");
  const isFields = isForm(context);
  if (!(isFields ? hasFewFields(bytes.value) : isParsable(bytes.value)))
    return refuse("malformed", "the body holds too much, or is nested too deep");
  const text = new TextDecoder().decode(bytes.value);
  if (isFields) {
    const fields = [...new URLSearchParams(text)].filter(([, value]) => value !== "");
    return accept({ isForm: true, input: Object.fromEntries(fields) });
  }
  if (text === "") return accept({ isForm: false, input: {} });
  if (typeOf(context) !== "application/json") return refuse("malformed", "send application/json");
  try {
    return accept({ isForm: false, input: JSON.parse(text) });
  } catch {
    return refuse("malformed", "the body is not JSON");
  }
}

/** [L30] Waits for the turn of a long body. False if too many wait. */
function turnOf(instructorId: string, bytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const begin = () => {
      resolve(true);
      return pause((bytes / 1024) * APART, true);
    };
    void oneAtATime(begin, [instructorId, ""]).then((done) => resolve(done !== null));
  });
}

/** Reads and parses a JSON body in one step. */
export async function readJson<T>(context: Context, schema: z.ZodType<T>, most?: number): Promise<Result<T>> {
  const body = await readBody(context, most);
  if (!body.ok) return body;
  return body.value.isForm ? refuse("malformed", "send application/json") : parse(schema, body.value.input);
}

/** [L18] Reserves memory for a request until it is answered. */
export function createHolder(context: Context): (bytes: number) => Result<null> {
  const { outgoing }: HttpBindings = context.env;
  const instructorId = instructorOf(context);
  const room = instructorId === undefined ? anonymous : instructors;
  const who = instructorId ?? neighbourhood(addressOf(context.req.raw.headers));
  let [length, held] = [0, 0];
  outgoing.once("close", () => room.giveBack(who, held));

  return (bytes) => {
    // No answer would release the memory.
    if (outgoing.destroyed) return accept(null);
    length += bytes;
    const counted = Math.max(0, length - UNCOUNTED) - held;
    const refused = counted > 0 ? room.take(who, counted) : null;
    if (refused !== null) return refused === "busy" ? refuse("busy") : tooOften(RETRY_AFTER);
    held += counted;
    return accept(null);
  };
}

const instructorOf = (context: Context): string | undefined => context.get("instructor")?.id;

/** [L17] [L18] Their memory is reserved until the request is answered. */
export async function readBytes(context: Context, most: number): Promise<Result<Buffer>> {
  const { incoming }: HttpBindings = context.env;
  const declared = Number(context.req.header("content-length") ?? 0);
  if (declared > most) return tooLong(most);
  const within = most === BODY_BYTES ? BODY_TIMEOUT : undefined;
  const read = await received(incoming, { most, take: createHolder(context), within });
  // A browser reads the answer only after sending everything.
  if (!read.ok && instructorOf(context) !== undefined) await discardBody(context);
  const until = checkDeadline(context);
  return until.ok ? read : until;
}

export async function discardBody(context: Context): Promise<void> {
  const { incoming }: HttpBindings = context.env;
  if (incoming.readableEnded || incoming.destroyed) return;
  await new Promise((resolve) => incoming.once("end", resolve).once("close", resolve).resume());
}

/** [L17] Reads a body within its limits of size and time. */
export function received(
  incoming: IncomingMessage,
  { most, take, within }: Reading,
): Promise<Result<Buffer>> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const timer = within && setTimeout(() => end(refuse("busy", "the body did not arrive in time")), within);

    function end(result: Result<Buffer>): void {
      clearTimeout(timer);
      incoming.off("data", onData).off("end", onEnd).off("close", onClose);
      resolve(result);
    }
    function onData(part: Buffer): void {
      length += part.length;
      const room = take(part.length);
      if (length > most) end(tooLong(most));
      else if (!room.ok) end(room);
      else parts.push(part);
    }
    const onEnd = () => end(accept(Buffer.concat(parts)));
    function onClose(): void {
      // A complete body counts even if its sender has left.
      if (incoming.complete)
        for (let part = incoming.read(); part !== null; part = incoming.read()) onData(part);
      if (incoming.complete) onEnd();
      else end(refuse("malformed", "the body is not complete"));
    }

    incoming.on("data", onData).on("end", onEnd).on("close", onClose);
    incoming.on("error", () => undefined); // `close` follows
    if (incoming.readableEnded) onEnd();
    else if (incoming.destroyed) onClose();
  });
}

const tooLong = (most: number) => refuse("too-long", `The body has more than ${most} bytes.`);

/** [L17] Counts a form's fields, also empty ones. */
const hasFewFields = (form: Uint8Array) => form.filter((byte) => byte === AMPERSAND).length < FORM_FIELDS;

/** [L18] Limits the memory of requests, in bytes: `each` for one sender, and `all` together. */
function createByteRoom({ each, all }: { each: number; all: number }) {
  const held = new Map<string, number>();
  let total = 0;

  return {
    take(who: string, bytes: number): Extract<Refusal, "too-many" | "busy"> | null {
      const own = (held.get(who) ?? 0) + bytes;
      if (own > each) return "too-many";
      if (total + bytes > all) return "busy";
      held.set(who, own);
      total += bytes;
      return null;
    },
    giveBack(who: string, bytes: number): void {
      const left = (held.get(who) ?? 0) - bytes;
      if (left > 0) held.set(who, left);
      else held.delete(who);
      total -= bytes;
    },
  };
}
