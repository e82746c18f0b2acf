import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** How many requests are on their way at once, on each connection. */
const AHEAD = 50;

/** Sends many requests, faster than a client library can; answers with how often each status came. */
export async function pipelined(
  url: string,
  requests: Iterable<string>,
  connections = 8,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const left = requests[Symbol.iterator]();
  await Promise.all(Array.from({ length: connections }, work));
  return statuses;

  async function work(): Promise<void> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined); // a server that is gone answers nothing more, which shows in the count
    const send = (): number => {
      const { value, done } = left.next();
      if (!done) socket.write(value);
      return done ? 0 : 1;
    };
    await once(socket, "connect");
    let waiting = 0;
    for (let n = 0; n < AHEAD; n += 1) waiting += send();
    if (waiting === 0) return void socket.destroy();
    let rest = "";
    for await (const chunk of chunksOf(socket)) {
      const text = rest + chunk.toString("latin1");
      // A status line can be cut in two, and comes right after the body before it.
      const end = text.lastIndexOf("\n") + 1;
      rest = text.slice(end);
      for (const [, status] of text.slice(0, end).matchAll(/HTTP\/1\.1 (\d{3})/gu)) {
        statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + 1);
        waiting += send() - 1;
      }
      if (waiting === 0) break;
    }
    socket.destroy();
  }
}

async function* chunksOf(socket: Socket): AsyncGenerator<Buffer> {
  try {
    yield* socket as AsyncIterable<Buffer>;
  } catch {
    // The status was counted above.
  }
}

/** A minimal HTTP request; with a body, a POST. */
export function asking(path: string, headers: Record<string, string> = {}, body?: object): string {
  const text = body && JSON.stringify(body);
  if (text) return `POST ${request(path, { ...headers, ...JSON_OF(text) })}${text}`;
  return `GET ${request(path, headers)}`;
}

const JSON_OF = (text: string) => ({
  "content-type": "application/json",
  "content-length": `${text.length}`,
});

function request(path: string, headers: Record<string, string>): string {
  const lines = Object.entries({ host: "resolved", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `${path} HTTP/1.1\r\n${lines.join("")}\r\n`;
}
