import type { z } from "zod";
import type { Synced } from "#debate/protocol/events.ts";
import { parse } from "#debate/protocol/messages.ts";
import type { LiveStart } from "#debate/protocol/pages.ts";
import type { Result } from "#debate/rules/result.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";

type Acknowledge = (answer: object) => void;

/** `sent`: the payload, and the acknowledgement if there is one. */
export type Handler<Speaker> = ((speaker: Speaker, sent: unknown[]) => void) & { schema: z.ZodType };

/**
 * Makes a handler that parses, runs and acknowledges, if the client asked for that. No message makes it throw. Create it once, not for
 * every socket: a hall has thousands.
 */
export function answer<T, R, Speaker>(
  schema: z.ZodType<T>,
  run: (payload: T, speaker: Speaker) => Promise<Result<R>>,
  log: Log,
): Handler<Speaker> {
  const handle = (speaker: Speaker, sent: unknown[]): void => {
    const acknowledge = acknowledgement(sent);
    const failed = (error: unknown) => acknowledge(refusalOf(error, log, "a message could not be handled"));
    try {
      const parsed = parse(schema, typeof sent[0] === "function" ? {} : (sent[0] ?? {}));
      if (parsed.ok) run(parsed.value, speaker).then((result) => acknowledge(answerOf(result)), failed);
      else acknowledge(parsed);
    } catch (error) {
      failed(error);
    }
  };
  return Object.assign(handle, { schema });
}

function answerOf<R>(result: Result<R>): object {
  return result.ok ? { ok: true, ...result.value } : result;
}

/** The acknowledgement among what was sent, if there is one; Socket.IO puts it last. */
export function acknowledgement(sent: unknown[]): Acknowledge {
  const last = sent.at(-1);
  return typeof last === "function" ? (last as Acknowledge) : () => undefined;
}

/** The answer to `sync`, for every role. */
export function synced({ snapshot, ...rest }: LiveStart): Synced {
  return { session: snapshot, ...rest };
}
