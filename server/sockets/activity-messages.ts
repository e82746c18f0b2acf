import { SENDS } from "#debate/activities/messages.ts";
import type { Result } from "#debate/rules/result.ts";
import type { Host, HostParts } from "#server/activities/activity-use.ts";
import { USES } from "#server/activities/index.ts";
import type { Log } from "#server/platform/failures.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";
import { answer, type Handler } from "#server/sockets/handler.ts";

/** The compiler can't match each handler to its own speaker and payload. */
type Use = (parts: never, speaker: never, payload: never) => Promise<Result<unknown>>;

function handlers<Speaker>(
  uses: [string, Use][],
  parts: Dependencies,
  log: Log,
): Record<string, Handler<Speaker>> {
  return Object.fromEntries(
    uses.map(([name, use]) => {
      const { payload } = SENDS[name as keyof typeof SENDS];
      const run = (said: unknown, speaker: Speaker) => use(parts as never, speaker as never, said as never);
      return [name, answer<unknown, unknown, Speaker>(payload, run, log)];
    }),
  );
}

const all: [string, Use][] = Object.entries(USES);
const isHosts = ([name]: [string, Use]) => name.startsWith("host:");

/** What students and hosts may say in activities. */
export const studentUses = (parts: Dependencies, log: Log): Record<string, Handler<Seat>> =>
  handlers(
    all.filter((each) => !isHosts(each)),
    parts,
    log,
  );
export const hostUses = (parts: HostParts, log: Log): Record<string, Handler<Host>> =>
  handlers(all.filter(isHosts), parts, log);
