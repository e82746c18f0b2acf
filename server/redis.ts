import { createClient } from "redis";
import { answersWithin } from "#server/patience.ts";

type Log = { error(detail: object, message: string): void; info(message: string): void };
export type Redis = ReturnType<typeof openRedis>;

/** Longest wait between two attempts to connect, in milliseconds. */
const LONGEST_WAIT = 2_000;
/** How often Redis is asked whether it still answers, and how long that may take, in milliseconds. */
const WATCH = 1_000;
const QUICK = 1_000;
/**
 * For connections that nobody else watches, those of Socket.IO's adapter and those that are being made: how often they are
 * asked, and after how long a silence they are given up, in milliseconds. Its reader may be silent for five seconds.
 */
const PING = 2_000;
const SILENCE = 7_000;

/**
 * Redis, through which servers that share a database tell each other what happens. It keeps nothing that is needed: while
 * it is away everything goes on, and each server knows of itself alone.
 */
export function openRedis(url: string, log: Log) {
  const reconnectStrategy = (attempts: number) => Math.min(LONGEST_WAIT, 50 * 2 ** Math.min(attempts, 6));
  // Socket.IO's adapter reads from it in a loop, so what it asks has to wait while Redis is away.
  // Of `patient` it makes two more, which listen. Where much is sent, that nothing comes is hidden: see `watch`.
  const socket = { reconnectStrategy, connectTimeout: LONGEST_WAIT, socketTimeout: SILENCE };
  const patient = createClient({ url, socket, pingInterval: PING });
  const quick = createClient({ url, socket, disableOfflineQueue: true });
  // The adapter forgets the promise of what it publishes, which fails where Redis dies meanwhile.
  const publish = patient.publish.bind(patient);
  Object.defineProperty(patient, "publish", {
    value: (...message: Parameters<typeof publish>) => publish(...message).catch(() => 0),
  });
  const listeners: (() => void)[] = [];
  let wasAway = false;
  quick.on("error", isAway);
  function isAway(error: Error): void {
    if (!wasAway)
      log.error({ err: error }, "Redis is away: servers tell each other nothing, and all else goes on");
    wasAway = true;
  }
  patient.on("error", () => undefined); // said once is enough
  for (const client of [patient, quick]) client.on("ready", tellReady);
  const isHere = () => patient.isReady && quick.isReady;
  function tellReady(): void {
    if (!isHere()) return; // the other connection tells
    if (wasAway) log.info("Redis is back");
    wasAway = false;
    for (const listener of listeners) listener();
  }
  // Connecting goes on until it succeeds; nothing waits for it.
  for (const client of [patient, quick]) client.connect().catch(() => undefined);
  const watching = setInterval(() => {
    for (const client of [patient, quick]) void watch(client);
  }, WATCH);
  watching.unref();
  /** A Redis that stands still keeps its connections, and everybody who asked would wait for it. */
  async function watch(client: typeof quick): Promise<void> {
    if (!client.isReady || (await answersWithin(QUICK, client.ping())) || !client.isReady) return;
    isAway(new Error(`no answer within ${QUICK} ms`));
    client.destroy(); // whoever waits is told so
    client.connect().catch(() => undefined);
  }

  return {
    patient,
    quick,
    isHere,
    /** Tells the listener whenever Redis is there again, the first time included. */
    onReady: (listener: () => void): void => void listeners.push(listener),
    async ping(): Promise<void> {
      await quick.ping();
    },
    close(): void {
      clearInterval(watching);
      for (const client of [patient, quick]) client.destroy();
    },
  };
}
