import { once } from "node:events";
import { connect, type Socket } from "node:net";
import WebSocket from "ws";

/** A WebSocket to the server below Socket.IO, which says only what the test says. Answers with it once it is open. */
export async function rawSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  socket.on("error", () => undefined);
  await once(socket, "open");
  return socket;
}

/** The same, let in as whoever `auth` says. */
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

/** A TCP connection that has written so much and nothing more. */
export async function halfSent(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(text);
  socket.resume(); // without it nobody would notice its end
  return socket;
}

/** Whether well or by an error. */
export const closed = (socket: WebSocket | Socket): Promise<unknown> =>
  new Promise((resolve) => (socket as Socket).once("close", resolve));
