import type { Sockets } from "#server/live/cluster.ts";
import type { Database } from "#server/store/database.ts";

/** How long after the last look it is looked again whether anything can be stored, in milliseconds. */
const LOOK = 1_000;

type Log = { error(message: string): void; info(message: string): void };

/**
 * [W4] Tells everybody when storing has begun to fail and when it works again. Both it finds out by itself: a class
 * that reads or waits may send nothing that would show it.
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
    // `local`: where more servers than one run, each speaks for its own way to the database.
    io.local.emit("storage", { working });
  });
  // Clients assume that saving works, so they are told only when it does not.
  io.on("connection", (socket) => {
    if (!working) socket.emit("storage", { working });
  });

  lookLater();
  function lookLater(): void {
    if (stopped) return;
    // The database reports what it finds.
    timer = setTimeout(() => void ping().then(lookLater, lookLater), LOOK);
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
