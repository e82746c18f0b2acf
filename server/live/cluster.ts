import { randomUUID } from "node:crypto";
import type { Server } from "socket.io";
import type { ClientEvents, ServerEvents } from "#debate/protocol/events.ts";
import type { Redis } from "#server/platform/redis.ts";

/** Messages between servers; each forwards them to its own clients. */
export type ClusterMessage =
  | { about: "changed"; sessionId: string; when: "now" | "soon" }
  | { about: "voted"; sessionId: string; votes: { participantId: string; isWriting: boolean }[] }
  | { about: "mine" | "removed" | "erased"; participantId: string }
  | { about: "gone" | "timer" | "here" | "keys" | "signed-out"; sessionId: string };

export type Sockets = Server<ClientEvents, ServerEvents>;

/** The other servers that share the database. */
export type Cluster = {
  tell(news: ClusterMessage): void;
  /** Publishes who is connected to a session here, for the other servers to read. */
  here(sessionId: string, seats: string[]): Promise<void>;
  /** Who is connected to a session on other servers. */
  elsewhere(sessionId: string): Promise<string[]>;
  stop(): Promise<void>;
};

/** For a single server. */
export const NO_CLUSTER: Cluster = {
  tell: () => undefined,
  here: async () => undefined,
  elsewhere: async () => [],
  stop: async () => undefined,
};

/** How long messages are collected before they are sent, in milliseconds; moves are sent at once. */
const GATHERING = 20;
/**
 * A server is considered dead after this many seconds without a heartbeat, which it sends this often, in
 * milliseconds.
 */
const ALIVE = 6;
const HEARTBEAT = 2_000;
/** Redis forgets who was connected after this many seconds, if no server removes it. */
const KEPT = 24 * 60 * 60;

const aliveKey = (server: string) => `resolved:alive:${server}`;
const hereKey = (sessionId: string) => `resolved:here:${sessionId}`;

/** Whether a waiting message covers the new one. */
function tookOver(known: ClusterMessage, news: ClusterMessage): boolean {
  if (known.about === "voted" && news.about === "voted" && known.sessionId === news.sessionId) {
    known.votes.push(...news.votes);
    return true;
  }
  if (known.about !== "changed" || news.about !== "changed" || known.sessionId !== news.sessionId)
    return false;
  if (news.when === "now") known.when = "now";
  return true;
}

/**
 * Messages between servers through Redis. While Redis is down none are sent, and no one counts as connected
 * elsewhere.
 */
export function createCluster(redis: Redis, deliver: (news: ClusterMessage) => void): Cluster {
  const { client } = redis;
  const self = randomUUID();
  let waiting: ClusterMessage[] = [];
  let timer: NodeJS.Timeout | undefined;
  // Sessions with people connected here, and sessions that Redis may still list although no one is.
  const present = new Set<string>();
  const left = new Set<string>();

  redis.onMessage((message) => {
    const { from, all } = JSON.parse(message) as { from: string; all: ClusterMessage[] };
    if (from === self) return;
    for (const news of all) deliver(news);
  });

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const all = waiting;
    waiting = [];
    if (all.length > 0) redis.publish(JSON.stringify({ from: self, all }));
  }

  const heartbeat = setInterval(tick, HEARTBEAT);
  heartbeat.unref();
  redis.onReady(tick);
  function tick(): void {
    // If Redis is down, the next heartbeat tries again.
    client.set(aliveKey(self), "1", { expiration: { type: "EX", value: ALIVE } }).catch(() => undefined);
    for (const sessionId of left) takeBack(sessionId).catch(() => undefined);
  }

  async function takeBack(sessionId: string): Promise<void> {
    await client.hDel(hereKey(sessionId), self);
    if (!present.has(sessionId)) left.delete(sessionId);
    tell({ about: "here", sessionId });
  }

  function tell(news: ClusterMessage): void {
    if (!waiting.some((known) => tookOver(known, news))) waiting.push(news);
    const isUnhurried =
      news.about === "mine" || news.about === "voted" || (news.about === "changed" && news.when === "soon");
    if (isUnhurried) timer ??= setTimeout(send, GATHERING);
    else send();
  }

  return {
    tell,

    async here(sessionId, seats) {
      const key = hereKey(sessionId);
      if (seats.length > 0) {
        present.add(sessionId);
        left.delete(sessionId);
        // Not with `multi`, which would wait while Redis is down.
        await Promise.all([client.hSet(key, self, JSON.stringify(seats)), client.expire(key, KEPT)]);
        tell({ about: "here", sessionId });
      } else if (present.delete(sessionId)) {
        left.add(sessionId);
        await takeBack(sessionId);
      }
    },

    async elsewhere(sessionId) {
      const entries = Object.entries(await client.hGetAll(hereKey(sessionId))).filter(
        ([server]) => server !== self,
      );
      if (entries.length === 0) return [];
      const alive = await client.mGet(entries.map(([server]) => aliveKey(server)));
      return entries.flatMap(([, seats], index) => (alive[index] ? (JSON.parse(seats) as string[]) : []));
    },

    async stop() {
      send();
      clearInterval(heartbeat);
      await client.del(aliveKey(self)).catch(() => undefined);
    },
  };
}
