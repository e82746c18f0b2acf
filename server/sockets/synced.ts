import type { Synced } from "#debate/protocol/events.ts";
import type { LiveStart } from "#debate/protocol/pages.ts";

/** The answer to `sync`, for every role. */
export function synced({ snapshot, ...rest }: LiveStart): Synced {
  return { session: snapshot, ...rest };
}
