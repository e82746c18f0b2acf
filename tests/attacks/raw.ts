import { once } from "node:events";
import { connect, type Socket } from "node:net";
import WebSocket from "ws";
import { clientFrame } from "#server/capacity/phones/frames.ts";

/** A plain WebSocket to the server, without Socket.IO's client: it sends only what the test sends. Resolves once open. */
export async function rawSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  socket.on("error", () => undefined);
  await once(socket, "open");
  return socket;
}

/** The same, authenticated with `auth`. */
export async function rawSeat(url: string, auth: object): Promise<WebSocket> {
  const socket = await rawSocket(url);
  const entered = new Promise<void>((resolve, reject) => {
    socket.on("message", (text) => {
      if (String(text).startsWith("40")) resolve();
      if (String(text).startsWith("44")) reject(new Error(String(text)));
    });
    socket.on("close", () => reject(new Error("closed")));
  });
  socket.send(`40${JSON.stringify(auth)}`);
  await entered;
  return socket;
}

/** A TCP connection that has written this text and nothing more. */
export async function halfSent(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(text);
  socket.resume(); // without it nobody would notice its end
  return socket;
}

/** Resolves when the connection ends, with or without an error. */
export const closed = (socket: WebSocket | Socket): Promise<unknown> =>
  new Promise((resolve) => (socket as Socket).once("close", resolve));

/** A WebSocket as the TCP connection below it, for frames that no library sends; with `auth`, let in. */
export async function rawFrames(url: string, { auth, sid, cookie = "" }: Raw = {}): Promise<Socket> {
  const { host } = new URL(url);
  const socket = await halfSent(
    url,
    `GET /socket.io/?EIO=4&transport=websocket${sid === undefined ? "" : `&sid=${sid}`} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: ${cookie}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n`,
  );
  await answers(socket, sid ? " 101 " : '0{"sid"');
  if (auth) {
    socket.write(clientFrame(`40${JSON.stringify(auth)}`));
    await answers(socket, "40{");
  }
  return socket;
}
type Raw = { auth?: object; sid?: string; cookie?: string };

/** Resolves when a text has arrived; rejects with what arrived if it was a refusal or the end. */
function answers(socket: Socket, text: string): Promise<void> {
  let heard = "";
  return new Promise((resolve, reject) => {
    const read = (bytes?: Buffer): void => {
      heard += bytes?.toString("latin1") ?? "";
      const isThere = heard.includes(text);
      if (!isThere && bytes && !/ 400 |44\{/u.test(heard)) return;
      socket.off("data", read);
      if (isThere) resolve();
      else reject(new Error(heard));
    };
    socket.on("data", read).once("close", () => read());
  });
}

/** Writes the same bytes as fast as they are accepted, until `most` are sent or the other end has closed. */
export async function flood(socket: Socket, bytes: Buffer, most: number): Promise<number> {
  const gone = closed(socket);
  let written = 0;
  while (written < most && !socket.destroyed) {
    written += bytes.length;
    if (!socket.write(bytes)) await Promise.race([gone, once(socket, "drain").catch(() => undefined)]);
  }
  return written;
}

/** A figure of the server's metrics. */
export async function figure(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split("\n").find((each) => each.startsWith(`resolved_${name} `));
  return Number(line?.split(" ")[1]);
}
