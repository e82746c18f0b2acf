import { createClient } from "@redis/client";
import { answersWithin } from "#server/platform/answers-within.ts";

type Log = { error(detail: object, message: string): void; info(message: string): void };
export type Redis = ReturnType<typeof openRedis>;

/** Longest wait between two attempts to connect, in milliseconds. */
const LONGEST_WAIT = 2_000;
/** How often Redis is pinged, and how long an answer may take, in milliseconds. */
const WATCH = 1_000;
const ANSWER_WITHIN = 1_000;
/** A connection attempt is given up after this silence, in milliseconds, because pings don't run yet. */
const SILENCE = 7_000;
const CHANNEL = "resolved:news";

/**
 * Redis passes messages between servers that share a database. It stores nothing essential: while it is down,
 * commands fail at once and each server knows only itself.
 */
export function openRedis(url: string, log: Log) {
  const reconnectStrategy = (attempts: number) => Math.min(LONGEST_WAIT, 50 * 2 ** Math.min(attempts, 6));
  const client = createClient({
    url,
    socket: { reconnectStrategy, connectTimeout: LONGEST_WAIT, socketTimeout: SILENCE },
    disableOfflineQueue: true,
  });
  const onReady: (() => void)[] = [];
  const onMessage: ((message: string) => void)[] = [];
  let wasAway = false;
  const hear = (message: string): void => {
    for (const listener of onMessage) listener(message);
  };
  client.on("error", isAway);
  function isAway(error: Error): void {
    if (!wasAway)
      log.error({ err: error }, "Redis is down: servers send each other no news; everything else continues");
    wasAway = true;
  }
  client.on("ready", () => {
    if (wasAway) log.info("Redis is back");
    wasAway = false;
    // Subscribing the same listener again keeps one subscription.
    client.subscribe(CHANNEL, hear).then(
      () => {
        for (const listener of onReady) listener();
      },
      () => undefined,
    );
  });
  connect();
  /** Retries until it succeeds, in the background. */
  function connect(): void {
    client.connect().catch(() => undefined);
  }
  const watching = setInterval(() => void watch(), WATCH);
  watching.unref();
  /** A frozen Redis keeps its connection open, and every command would wait for it. */
  async function watch(): Promise<void> {
    if (!client.isReady || (await answersWithin(ANSWER_WITHIN, client.ping())) || !client.isReady) return;
    isAway(new Error(`no answer within ${ANSWER_WITHIN} ms`));
    client.destroy(); // pending commands fail
    connect();
  }

  return {
    client,
    isHere: () => client.isReady,
    /** Calls the listener each time Redis is connected and subscribed, the first time included. */
    onReady: (listener: () => void): void => void onReady.push(listener),
    /** Calls the listener with messages of any server, including this one. */
    onMessage: (listener: (message: string) => void): void => void onMessage.push(listener),
    /** Sends to all servers; a message is lost while Redis is down. */
    publish(message: string): void {
      client.publish(CHANNEL, message).catch(() => undefined);
    },
    async ping(): Promise<void> {
      await client.ping();
    },
    close(): void {
      clearInterval(watching);
      client.destroy();
    },
  };
}
