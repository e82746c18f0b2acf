import type { z } from "zod";
import { parse } from "#debate/protocol/messages.ts";
import type { Result } from "#debate/rules/result.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";

type Acknowledge = (answer: object) => void;

/**
 * Handles every message: parses, runs, acknowledges. Nothing that a client sends can make a listener
 * throw, and what carries no acknowledgement is handled all the same. The schema is there for whoever wants to know
 * what may be said.
 */
export function answer<T, R>(schema: z.ZodType<T>, run: (payload: T) => Promise<Result<R>>, log: Log) {
  const hear = (...sent: unknown[]): void => {
    const acknowledge = acknowledgement(sent);
    const failed = (error: unknown) => acknowledge(refusalOf(error, log, "a message could not be handled"));
    try {
      const parsed = parse(schema, typeof sent[0] === "function" ? {} : (sent[0] ?? {}));
      if (parsed.ok) run(parsed.value).then((result) => acknowledge(answerOf(result)), failed);
      else acknowledge(parsed);
    } catch (error) {
      failed(error);
    }
  };
  return Object.assign(hear, { schema });
}

function answerOf<R>(result: Result<R>): object {
  return result.ok ? { ok: true, ...result.value } : result;
}

/** The acknowledgement among what was sent, if there is one; Socket.IO puts it last. */
export function acknowledgement(sent: unknown[]): Acknowledge {
  const last = sent.at(-1);
  return typeof last === "function" ? (last as Acknowledge) : () => undefined;
}
