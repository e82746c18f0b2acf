import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { Inbox, ReadQueue } from "#server/sockets/read-queue.ts";

const KIB = 1_024;

/** A queue, and connections that record in one list what was handled. */
function hearing() {
  const traffic = { framesHeard: 0, unheardBytes: 0 };
  const queue = new ReadQueue(traffic);
  const heard: string[] = [];
  const connect = (name: string) => {
    const socket = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
    for (const event of ["end", "close"]) socket.on(event, () => heard.push(`${name} ${event}`));
    socket.on("data", (chunk: Buffer) => heard.push(`${name} ${chunk.length}`));
    const inbox = new Inbox(queue, socket as Socket);
    return { socket, inbox, send: (bytes: number) => socket.push(Buffer.alloc(bytes)) };
  };
  return { traffic, heard, connect };
}

/** Until nothing waits any more. */
async function heardOut({ unheardBytes }: { unheardBytes: number }, look: () => number): Promise<void> {
  for (let left = unheardBytes; left > 0; left = look()) await turn();
  await turn();
}

test("[L10] connections are handled in turns of 4 KB, each in its own order", async () => {
  const { traffic, heard, connect } = hearing();
  const [loud, quiet] = [connect("loud"), connect("quiet")];
  await turn();
  loud.send(10 * KIB);
  loud.send(100);
  quiet.send(50);
  quiet.send(60);
  expect(traffic.unheardBytes).toBe(10 * KIB + 210);
  await heardOut(traffic, () => traffic.unheardBytes);
  expect(heard).toEqual(["loud 4096", "quiet 50", "loud 4096", "quiet 60", "loud 2048", "loud 100"]);
});

test("[L10] a connection with more than 64 KB queued is not read until that was handled", async () => {
  const { traffic, connect } = hearing();
  const { socket, send } = connect("loud");
  await turn();
  send(64 * KIB);
  expect(socket.isPaused()).toBe(false);
  send(1);
  expect(socket.isPaused()).toBe(true);
  // Data that arrives meanwhile waits in the socket.
  send(32 * KIB);
  expect(traffic.unheardBytes).toBe(64 * KIB + 1);
  expect(socket.readableLength).toBe(32 * KIB);
  await heardOut(traffic, () => traffic.unheardBytes);
  expect(socket.isPaused()).toBe(false);
  expect(socket.readableLength).toBe(0);
  expect(traffic.unheardBytes).toBe(0);
});

test("[W1] data sent before the end is handled before it, even if reading was paused", async () => {
  const { traffic, heard, connect } = hearing();
  const { socket, send } = connect("loud");
  await turn();
  send(64 * KIB + 1);
  send(1_000);
  socket.destroy();
  await turn();
  await heardOut(traffic, () => traffic.unheardBytes);
  const bytes = heard.slice(0, -1).reduce((sum, line) => sum + Number(line.split(" ")[1]), 0);
  expect(bytes).toBe(64 * KIB + 1_001);
  expect(heard.at(-1)).toBe("loud close");
});

test("[L10] once a connection is cut off, only its end is handled", async () => {
  const { traffic, heard, connect } = hearing();
  const { socket, inbox, send } = connect("loud");
  await turn();
  send(10 * KIB);
  inbox.forget();
  socket.destroy();
  expect(traffic.unheardBytes).toBe(0);
  await turn();
  await turn();
  expect(heard).toEqual(["loud close"]);
});
