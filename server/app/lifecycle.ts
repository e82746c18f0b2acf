import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Server as SocketServer } from "socket.io";
import type { createLive } from "#server/live/live.ts";
import type { watchStorage } from "#server/live/storage-status.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Background } from "#server/platform/background.ts";
import type { Redis } from "#server/platform/redis.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { forgetRehearsals } from "#server/sessions/rehearsal.ts";
import { forgetOld, recordRetention } from "#server/sessions/retention.ts";
import type { Database } from "#server/store/database.ts";

/** The longest accept queue, for a class that reconnects at once; the system may allow fewer. */
const BACKLOG = 65_535;
/** How long a stop waits for requests in progress, in milliseconds. */
const FINISH_WITHIN = 3_500;
/** How often expired rows are deleted, in milliseconds. */
const FORGET_EVERY = 60 * 60 * 1_000;

type Options = {
  server: Server;
  lti: Lti;
  /** Stops listening, and resolves once all answers were sent. */
  finish: () => Promise<void>;
  io: SocketServer;
  live: ReturnType<typeof createLive>;
  storage: ReturnType<typeof watchStorage>;
  database: Database;
  background: Background;
  parts: Dependencies;
  audit: Audit;
  redis: Redis | null;
  log: Logger;
};

/** Starts and stops what `createApp` has wired together. */
export function createLifecycle({
  server,
  lti,
  finish,
  io,
  live,
  storage,
  database,
  background,
  parts,
  audit,
  redis,
  log,
}: Options) {
  const forgetting = setInterval(() => background.run(forget()), FORGET_EVERY);
  forgetting.unref();
  async function forget(): Promise<void> {
    const sessions = await forgetOld(parts);
    if (sessions > 0) log.info({ sessions }, "old sessions were deleted");
    await forgetRehearsals(parts, "old", log);
    await parts.store.accounts.forgetExpired(parts.clock());
    await audit.forgetOld();
    await database.scrub();
  }

  return {
    async start(port: number, host: string): Promise<number> {
      // [H3] With Redis, other servers may be running theirs.
      await forgetRehearsals(parts, redis ? "old" : "all", log);
      await recordRetention(parts, audit);
      await live.timers.restore();
      await lti.sites.start();
      lti.clearings.start();
      background.run(forget());
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen({ port, host, backlog: BACKLOG }, resolve);
      });
      return (server.address() as AddressInfo).port;
    },

    async stop(): Promise<void> {
      clearInterval(forgetting);
      lti.sites.stop();
      await lti.clearings.stop();
      storage.stop();
      // Messages that have arrived are answered before their socket closes. Closing makes clients reconnect.
      await parts.store.ballots.gathered();
      await parts.store.rebuttals.settled();
      await database.settled();
      await live.stop();
      // Requests in progress may finish; those that take longer are cut off.
      const cut = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN);
      const finished = finish();
      // Below Socket.IO: a client that Socket.IO disconnects does not reconnect automatically.
      io.engine.close();
      await finished;
      await io.close();
      clearTimeout(cut);
      await background.settled();
      await live.leave();
      await parts.store.ballots.gathered();
      await parts.store.rebuttals.settled();
      await database.close();
      redis?.close();
    },
  };
}
