import { Sync } from "#debate/protocol/messages.ts";
import { accept, refuse } from "#debate/rules/result.ts";
import type { Rooms } from "#server/live/rooms.ts";
import type { Log } from "#server/platform/failures.ts";
import { type Staff, screenOf } from "#server/sessions/links.ts";
import { answer, synced } from "#server/sockets/handler.ts";

/** A projector may only ask for the session's state. */
export function screenMessages(rooms: Rooms, log: Log) {
  return {
    sync: answer(
      Sync,
      async ({ after }, { sessionId, signIn }: Pick<Staff, "signIn"> & { sessionId: string }) => {
        const snapshot = await rooms.snapshot(sessionId, screenOf({ signIn }), after);
        return snapshot ? accept(synced(snapshot)) : refuse("not-found");
      },
      log,
    ),
  };
}
