import { randomUUID } from "node:crypto";
import type { Server } from "socket.io";
import type { ClientEvents, ServerEvents } from "#debate/protocol/events.ts";
import type { Redis } from "#server/redis.ts";

/** What servers tell each other; each tells its own clients. */
export type News =
  | { about: "changed"; sessionId: string; when: "now" | "soon"; voted: string[] }
  | { about: "mine" | "removed" | "erased"; participantId: string }
  | { about: "gone" | "timer" | "here" | "keys" | "signed-out"; sessionId: string };

type ServerNews = { news: (all: News[]) => void };
export type Sockets = Server<ClientEvents, ServerEvents, ServerNews>;

/** The other servers that share the database. */
export type Others = {
  tell(news: News): void;
  /** Who is connected to a session here; the others ask for it when they need it. */
  here(sessionId: string, seats: string[]): Promise<void>;
  /** Who is connected to a session elsewhere. */
  elsewhere(sessionId: string): Promise<string[]>;
  stop(): Promise<void>;
};

/** A server without others. */
export const ALONE: Others = {
  tell: () => undefined,
  here: async () => undefined,
  elsewhere: async () => [],
  stop: async () => undefined,
};

/** News wait so long for each other, in milliseconds; moves wait for nothing. */
const GATHERING = 20;
/** How long a server that says nothing counts as alive, in seconds, and how often it says so, in milliseconds. */
const ALIVE = 6;
const HEARTBEAT = 2_000;
/** Who was connected is forgotten after so long, in seconds, should no server take it back. */
const KEPT = 24 * 60 * 60;

const aliveKey = (server: string) => `resolved:alive:${server}`;
const hereKey = (sessionId: string) => `resolved:here:${sessionId}`;

/** Servers in touch through Redis. While it is away nothing is told, and nobody is known to be elsewhere. */
export function createOthers(io: Sockets, redis: Redis, hear: (news: News) => void): Others {
  const { quick } = redis;
  const self = randomUUID();
  let waiting: News[] = [];
  let timer: NodeJS.Timeout | undefined;
  // Where somebody is connected here, and where nobody is any more, which Redis does not know yet.
  const present = new Set<string>();
  const left = new Set<string>();

  io.on("news", (all) => {
    for (const news of all) hear(news);
  });

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const all = waiting;
    waiting = [];
    if (all.length > 0 && redis.isHere()) io.serverSideEmit("news", all);
  }

  const heartbeat = setInterval(beat, HEARTBEAT);
  heartbeat.unref();
  redis.onReady(beat);
  function beat(): void {
    // While Redis is away the next beat will do.
    quick.set(aliveKey(self), "1", { expiration: { type: "EX", value: ALIVE } }).catch(() => undefined);
    for (const sessionId of left) takeBack(sessionId).catch(() => undefined);
  }

  async function takeBack(sessionId: string): Promise<void> {
    await quick.hDel(hereKey(sessionId), self);
    if (!present.has(sessionId)) left.delete(sessionId);
    tell({ about: "here", sessionId });
  }

  function tell(news: News): void {
    const known = waiting.find(
      (each) => each.about === "changed" && news.about === "changed" && each.sessionId === news.sessionId,
    );
    if (known?.about === "changed" && news.about === "changed") {
      known.voted.push(...news.voted);
      if (news.when === "now") known.when = "now";
    } else waiting.push(news);
    if (news.about === "changed" && news.when === "soon") timer ??= setTimeout(send, GATHERING);
    else send();
  }

  return {
    tell,

    async here(sessionId, seats) {
      const key = hereKey(sessionId);
      if (seats.length > 0) {
        present.add(sessionId);
        left.delete(sessionId);
        // Not with `multi`, which would wait while Redis is away.
        await Promise.all([quick.hSet(key, self, JSON.stringify(seats)), quick.expire(key, KEPT)]);
        tell({ about: "here", sessionId });
      } else if (present.delete(sessionId)) {
        left.add(sessionId);
        await takeBack(sessionId);
      }
    },

    async elsewhere(sessionId) {
      const entries = Object.entries(await quick.hGetAll(hereKey(sessionId))).filter(
        ([server]) => server !== self,
      );
      if (entries.length === 0) return [];
      const alive = await quick.mGet(entries.map(([server]) => aliveKey(server)));
      return entries.flatMap(([, seats], index) => (alive[index] ? (JSON.parse(seats) as string[]) : []));
    },

    async stop() {
      send();
      clearInterval(heartbeat);
      await quick.del(aliveKey(self)).catch(() => undefined);
    },
  };
}
