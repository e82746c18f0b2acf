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
        const look = await rooms.look(sessionId, screenOf({ signIn }), after);
        return look ? accept(synced(look)) : refuse("not-found");
      },
      log,
    ),
  };
}
