import type { z } from "zod";
import { parse } from "#debate/protocol/messages.ts";
import type { Result } from "#debate/rules/result.ts";
import { type Log, refusalOf } from "#server/failures.ts";

type Acknowledge = (answer: object) => void;

/**
 * The one door of every message: parses, runs, acknowledges. Nothing that a client sends can make a listener
 * throw, and what carries no acknowledgement is handled all the same.
 */
export function answer<T, R>(schema: z.ZodType<T>, run: (payload: T) => Promise<Result<R>>, log: Log) {
  return (...sent: unknown[]): void => {
    const acknowledge = acknowledgement(sent);
    const payload = typeof sent[0] === "function" ? {} : (sent[0] ?? {});
    void respond(schema, run, payload, log).then(acknowledge);
  };
}

async function respond<T, R>(
  schema: z.ZodType<T>,
  run: (payload: T) => Promise<Result<R>>,
  payload: unknown,
  log: Log,
): Promise<object> {
  try {
    const parsed = parse(schema, payload);
    const result = parsed.ok ? await run(parsed.value) : parsed;
    return result.ok ? { ok: true, ...result.value } : result;
  } catch (error) {
    return refusalOf(error, log, "a message could not be handled");
  }
}

/** The acknowledgement among what was sent, if there is one; Socket.IO puts it last. */
export function acknowledgement(sent: unknown[]): Acknowledge {
  const last = sent.at(-1);
  return typeof last === "function" ? (last as Acknowledge) : () => undefined;
}
