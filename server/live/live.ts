import { createAccessRecheck } from "#server/live/access-recheck.ts";
import { type ClusterMessage, createCluster, NO_CLUSTER, type Sockets } from "#server/live/cluster.ts";
import { roomOf } from "#server/live/room-names.ts";
import { createRooms } from "#server/live/rooms.ts";
import { createThrottle } from "#server/live/throttle.ts";
import { createTimers } from "#server/live/timers.ts";
import type { Background } from "#server/platform/background.ts";
import type { Redis } from "#server/platform/redis.ts";
import type { Announcer, Dependencies } from "#server/sessions/dependencies.ts";
import type { Cast } from "#server/store/database.ts";

/** How often to check for missed messages, in milliseconds. */
const REFRESH = 5_000;

type Log = { error(detail: object, message: string): void };
type Options = {
  redis: Redis | null;
  background: Background;
  /** Counts sent snapshots. */
  countSnapshot: (audience: string) => void;
  log: Log;
};

/** Notifies the rooms on this server, and the other servers, of what happens in sessions. */
export function createLive(
  io: Sockets,
  { store, clock, ids }: Pick<Dependencies, "store" | "clock" | "ids">,
  { redis, background, countSnapshot, log }: Options,
) {
  const cluster = redis ? createCluster(redis, deliver) : NO_CLUSTER;
  const rooms = createRooms(io, { store, clock, ids }, { cluster, countSnapshot, log });
  const accessRecheck = createAccessRecheck(io, { store }, rooms);
  // Throttled, so that never two run at a time.
  const rechecking = createThrottle(0, () => background.run(accessRecheck.all()));
  const tellingSeats = createThrottle(0, () => background.run(rooms.mineOfAll()));

  /** Notifies the clients of this server, wherever it happened. */
  function deliver(news: ClusterMessage): void {
    switch (news.about) {
      case "changed":
        rooms.changed(news.sessionId, news.when);
        break;
      case "voted": {
        const { sessionId, votes } = news;
        background.run(rooms.voted(votes.map((vote) => ({ sessionId, ...vote }))));
        break;
      }
      case "mine":
        background.run(rooms.mine(news.participantId));
        break;
      case "removed":
        rooms.removed(news.participantId);
        break;
      case "erased":
        rooms.erased(news.participantId);
        break;
      case "gone":
        rooms.gone(news.sessionId);
        break;
      case "here":
        rooms.presenceChanged(news.sessionId);
        break;
      case "signed-out":
        // [I6] Control rooms reconnect only if their cookie is still valid.
        io.local.in(roomOf(news.sessionId, "host")).disconnectSockets(true);
        background.run(accessRecheck.staff(news.sessionId)); // projectors too
        break;
      case "keys":
        background.run(accessRecheck.staff(news.sessionId));
        break;
      case "timer":
        background.run(timers.changed(news.sessionId));
    }
  }

  function publish(news: ClusterMessage): void {
    deliver(news);
    cluster.tell(news);
  }

  const announce: Announcer = {
    changed: (sessionId, when = "soon") => publish({ about: "changed", sessionId, when }),
    joined(sessionId) {
      rooms.joined(sessionId);
      cluster.tell({ about: "changed", sessionId, when: "soon" });
    },
    argued(sessionId) {
      rooms.argued(sessionId);
      cluster.tell({ about: "changed", sessionId, when: "soon" });
    },
    mine(participantId, socketId) {
      background.run(rooms.mine(participantId, socketId));
      cluster.tell({ about: "mine", participantId });
    },
    removed: (participantId) => publish({ about: "removed", participantId }),
    erased: (participantId) => publish({ about: "erased", participantId }),
    gone: (sessionId) => publish({ about: "gone", sessionId }),
    keys: (sessionId) => publish({ about: "keys", sessionId }),
    timer: (sessionId) => publish({ about: "timer", sessionId }),
  };
  const timers = createTimers({ store, clock, announce, ids }, log);

  // Messages can be lost, a server can die, and the database can be down when a timer is due. This catches up.
  const refreshing = setInterval(refresh, REFRESH);
  refreshing.unref();
  redis?.onReady(catchUp);
  function refresh(): void {
    rooms.refresh();
    background.run(timers.restore());
    // Only messages from another server can be lost.
    if (redis) rechecking.ask("now");
  }

  /** After an outage, in which messages to single seats can be lost, too. */
  function catchUp(): void {
    refresh();
    tellingSeats.ask("now");
  }

  return {
    rooms,
    accessRecheck,
    timers,
    announce,
    /** Sends what was missed in an outage. */
    catchUp,

    /** Called when ballots were stored here. */
    voted(casts: Cast[]): void {
      const news = casts.map(({ ballot: { reason, credit }, ...cast }) => ({
        ...cast,
        isWriting: reason !== undefined || credit?.why !== undefined,
      }));
      background.run(rooms.voted(news));
      if (!redis) return;
      for (const sessionId of new Set(news.map((vote) => vote.sessionId))) {
        const votes = news
          .filter((vote) => vote.sessionId === sessionId)
          .map(({ participantId, isWriting }) => ({ participantId, isWriting }));
        cluster.tell({ about: "voted", sessionId, votes });
      }
    },

    /** [I6] Called when an instructor has signed out everywhere. */
    async signedOut(instructorId: string): Promise<void> {
      for (const sessionId of await store.sessions.idsOfHost(instructorId))
        publish({ about: "signed-out", sessionId });
    },

    /** Stops sending; resolves when nothing is in progress. */
    async stop(): Promise<void> {
      clearInterval(refreshing);
      rechecking.stop();
      tellingSeats.stop();
      await Promise.all([timers.stop(), rooms.stop()]);
    },
    /** Leaves the cluster. */
    leave: cluster.stop,
  };
}
