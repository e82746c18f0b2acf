import { Nothing } from "#debate/protocol/messages.ts";
import { accept, refuse } from "#debate/rules/result.ts";
import type { Log } from "#server/failures.ts";
import type { Rooms } from "#server/live/rooms.ts";
import { answer } from "#server/sockets/answer.ts";

/** What a projector may say: it only asks where the session is. */
export function screenMessages(rooms: Rooms, sessionId: string, log: Log) {
  return {
    sync: answer(
      Nothing,
      async () => {
        const look = await rooms.look(sessionId, { role: "screen" });
        return look
          ? accept({ session: look.snapshot, rebuttals: look.rebuttals, cursor: look.cursor, now: look.now })
          : refuse("not-found");
      },
      log,
    ),
  };
}
