import net from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Dice } from "#tests/support/chance.ts";

/** What the link does to every piece of data, in both directions; times in milliseconds. */
export type Weather = {
  delay: number;
  jitter: number;
  bytesPerSecond: number;
  /** Nothing gets through, or no answers do, and nothing is lost. */
  stalls: boolean | "answers";
  /** How likely a piece is cut in its middle, and its connection with it. */
  cuts: number;
};

const FAIR: Weather = {
  delay: 0,
  jitter: 0,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  stalls: false,
  cuts: 0,
};
const SLICE = 64;

/** A link between clients and a server that behaves as badly as it is told to. */
export async function startProxy(target: string, dice: Dice) {
  const { port, hostname } = new URL(target);
  const seen = { connections: 0, cuts: 0, stalled: 0 };
  const open = new Set<net.Socket>();
  let weather = FAIR;
  const stalled = new Set<() => void>();
  let lost = 0;

  const server = net.createServer((client) => {
    seen.connections += 1;
    const number = seen.connections;
    const upstream = net.connect(Number(port), hostname);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      /** The last piece, until it has arrived. */
      let passing: Promise<unknown> = Promise.resolve();
      open.add(from);
      from.setNoDelay(true);
      from.on("error", end);
      from.on("close", () => {
        open.delete(from);
        // Someone who sends an answer and hangs up closes while the answer is still on its way.
        void passing.then(end);
      });
      from.on("data", (piece: Buffer) => {
        from.pause();
        if (number <= lost) return;
        passing = pass(piece, to, from === upstream).then((isWhole) => (isWhole ? from.resume() : end()));
      });
    }
  });

  /** False when the piece was cut in its middle. */
  async function pass(piece: Buffer, to: net.Socket, isAnswer: boolean): Promise<boolean> {
    if (weather.delay + weather.jitter > 0) await delay(weather.delay + dice.between(0, weather.jitter));
    while (weather.stalls === true || (weather.stalls === "answers" && isAnswer)) {
      seen.stalled += 1;
      await new Promise<void>((resolve) => stalled.add(resolve));
    }
    if (dice.chance(weather.cuts)) {
      seen.cuts += 1;
      await new Promise((resolve) => to.write(piece.subarray(0, Math.ceil(piece.length / 2)), resolve));
      return false;
    }
    for (let at = 0; at < piece.length; at += SLICE) {
      if (Number.isFinite(weather.bytesPerSecond)) await delay((SLICE / weather.bytesPerSecond) * 1_000);
      to.write(piece.subarray(at, at + SLICE));
    }
    return true;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    seen,
    set(next: Partial<Weather>): void {
      weather = { ...FAIR, ...next };
      for (const goOn of stalled) goOn();
      stalled.clear();
    },
    /** Nothing gets through the connections of now any more, and neither end hears of it. */
    lose(): void {
      lost = seen.connections;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
