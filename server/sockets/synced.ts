import type { Synced } from "#debate/protocol/events.ts";
import type { LiveStart } from "#debate/protocol/pages.ts";

/** What every `sync` is answered with, whoever asks. */
export function synced({ snapshot, ...rest }: LiveStart): Synced {
  return { session: snapshot, ...rest };
}
