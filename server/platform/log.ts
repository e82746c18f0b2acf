import pino, { type DestinationStream, type Logger } from "pino";

/** The program's log. Whoever makes one makes it here, so that no error brings the row that it is about. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, serializers: { err: withoutDetails } }, destination);
}

/** What else an error carries can be somebody's words: PostgreSQL's `detail` is the whole row. */
function withoutDetails(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { message, stack, code } = error as Error & { code?: unknown };
  return { type: error.constructor.name, message, code, stack };
}
