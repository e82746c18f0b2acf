import type { Sockets } from "#server/live/cluster.ts";
import type { Database } from "#server/store/database.ts";

/** How often to check whether storing works, in milliseconds. */
const CHECK_EVERY = 1_000;

type Log = { error(message: string): void; info(message: string): void };

/**
 * [W4] Tells everyone when storing starts to fail and when it works again. It checks on its own, because a class that
 * reads or waits may send nothing that would show a failure.
 */
export function watchStorage(io: Sockets, { watch, ping }: Pick<Database, "watch" | "ping">, log: Log) {
  let working = true;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  watch((nowWorking) => {
    if (stopped) return;
    working = nowWorking;
    if (working) log.info("saving works again");
    else
      log.error(
        "nothing can be stored: the disk may be full, read-only or broken, or the database out of reach",
      );
    // `local`, because each server speaks for its own connection to the database.
    io.local.emit("storage", { working });
  });
  // Clients assume that saving works, so only send this if it does not.
  io.on("connection", (socket) => {
    if (!working) socket.emit("storage", { working });
  });

  checkLater();
  function checkLater(): void {
    if (stopped) return;
    // The database reports the outcome to `watch`.
    timer = setTimeout(() => void ping().then(checkLater, checkLater), CHECK_EVERY);
    timer.unref();
  }

  return {
    isWorking: (): boolean => working,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
