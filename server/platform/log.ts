import pino, { type DestinationStream, type Logger } from "pino";

/** The program's log. Create all loggers here, so that no error logs the row it is about. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, serializers: { err: withoutDetails } }, destination);
}

/** Other fields of an error may contain user text: PostgreSQL's `detail` is a whole row. */
function withoutDetails(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { message, stack, code } = error as Error & { code?: unknown };
  return { type: error.constructor.name, message, code, stack };
}
