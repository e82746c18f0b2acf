import type { Sockets } from "#server/live/others.ts";
import { roomOf } from "#server/live/room.ts";
import { opens, type Staff } from "#server/sessions/links.ts";
import type { Parts } from "#server/sessions/parts.ts";

const BY_KEY = ["screen", "assistant"] as const;

/** [A4] Cuts off whoever came in by a key that opens nothing any more. */
export function createKeyCheck(io: Sockets, { store }: Pick<Parts, "store">) {
  async function check(sessionId: string): Promise<void> {
    const keyed = BY_KEY.flatMap((link) =>
      [...(io.sockets.adapter.rooms.get(roomOf(sessionId, link)) ?? [])].flatMap((id) => {
        const socket = io.sockets.sockets.get(id);
        const { key } = (socket?.data ?? {}) as Partial<Staff>;
        return socket && key !== undefined ? [{ socket, link, key }] : [];
      }),
    );
    if (keyed.length === 0) return;
    const session = await store.sessions.byId(sessionId);
    for (const { socket, link, key } of keyed)
      if (!session || !opens(session, link, key)) socket.disconnect(true);
  }

  return {
    check,
    /** All of them: the news that a key was taken back can be lost on the way here. */
    async checkAll(): Promise<void> {
      const held = new Set<string>();
      for (const { data } of io.sockets.sockets.values())
        if (data.key !== undefined) held.add(data.sessionId as string);
      await Promise.all([...held].map(check));
    },
  };
}
