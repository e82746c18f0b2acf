import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Server as SocketServer } from "socket.io";
import type { createLive } from "#server/live/live.ts";
import type { watchStorage } from "#server/live/storage-status.ts";
import type { Background } from "#server/platform/background.ts";
import type { Redis } from "#server/platform/redis.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { forgetOld } from "#server/sessions/retention.ts";
import type { Database } from "#server/store/database.ts";

/** Connections that may wait to be let in: a class that comes back at once; the system may allow fewer. */
const BACKLOG = 65_535;
/** How long a stop waits for requests that are under way, in milliseconds. */
const FINISH_WITHIN = 1_000;
/** How often what is old is looked for, in milliseconds. */
const FORGET_EVERY = 60 * 60 * 1_000;

type Options = {
  server: Server;
  io: SocketServer;
  live: ReturnType<typeof createLive>;
  storage: ReturnType<typeof watchStorage>;
  database: Database;
  background: Background;
  parts: Dependencies;
  redis: Redis | null;
  retentionDays: number | undefined;
  log: Logger;
};

/** Starts and stops what `createApp` has wired. */
export function createLifecycle({
  server,
  io,
  live,
  storage,
  database,
  background,
  parts,
  redis,
  retentionDays,
  log,
}: Options) {
  const forgetting = setInterval(() => background.run(forget()), FORGET_EVERY);
  forgetting.unref();
  async function forget(): Promise<void> {
    const sessions = retentionDays === undefined ? 0 : await forgetOld(parts, retentionDays);
    if (sessions > 0) log.info({ sessions }, "old sessions were deleted");
    await parts.store.accounts.forgetExpired(parts.clock());
    await database.scrub();
  }

  return {
    async start(port: number, host: string): Promise<number> {
      await live.timers.restore();
      background.run(forget());
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen({ port, host, backlog: BACKLOG }, resolve);
      });
      return (server.address() as AddressInfo).port;
    },

    async stop(): Promise<void> {
      clearInterval(forgetting);
      storage.stop();
      // Whatever arrived before is answered before its socket closes; the close makes clients come back.
      await database.settled();
      await live.stop();
      // Closed below Socket.IO: a client that is disconnected by name would not come back by itself.
      io.engine.close();
      await new Promise<void>((resolve) => {
        void io.close(() => resolve());
        server.closeIdleConnections();
        // Requests that are under way may end; whoever takes longer comes back elsewhere.
        setTimeout(() => server.closeAllConnections(), FINISH_WITHIN);
      });
      await background.settled();
      await live.leave();
      await database.close();
      redis?.close();
    },
  };
}
