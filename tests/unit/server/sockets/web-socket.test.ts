import type { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { type RoomSocket, RoomSocketServer } from "#server/sockets/web-socket.ts";

/** A WebSocket that was just made, and the pieces in which it writes, as text. */
function upgraded(made: (client: RoomSocket) => void = () => undefined) {
  const pieces: string[] = [];
  const socket = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      pieces.push(chunk.toString("latin1"));
      done();
    },
    writev(chunks, done) {
      pieces.push(chunks.map(({ chunk }) => (chunk as Buffer).toString("latin1")).join(""));
      done();
    },
  });
  const headers = {
    upgrade: "websocket",
    "sec-websocket-key": Buffer.alloc(16).toString("base64"),
    "sec-websocket-version": "13",
  };
  const request = { method: "GET", url: "/", headers } as unknown as IncomingMessage;
  const traffic = { framesHeard: 0, unheardBytes: 0 };
  const server = new RoomSocketServer(traffic, { noServer: true });
  const clients: RoomSocket[] = [];
  server.handleUpgrade(request, socket, Buffer.alloc(0), (client) => {
    clients.push(client);
    made(client);
  });
  const [client] = clients;
  if (!client) throw new Error("not upgraded");
  return { client, pieces };
}

test("[W12] the answer to an upgrade is written in one piece with the packet that follows it", async () => {
  const { pieces } = upgraded(async (client) => {
    await null; // as Engine.IO, which waits for the id of the connection
    client.send("0{}");
  });
  await turn();
  expect(pieces).toEqual([expect.stringMatching(/^HTTP\/1\.1 101 .*\r\n\r\n..0\{\}$/su)]);
});

test("[W13] what is sent between hold and release is written in one piece, and a short text is not waited for", async () => {
  const { client, pieces } = upgraded();
  await turn();
  pieces.length = 0;
  client.hold();
  const isSent = vi.fn();
  client.send("40{}", isSent);
  expect(isSent).toHaveBeenCalledOnce();
  client.send("x".repeat(200), () => undefined);
  await turn();
  expect(pieces).toEqual([]);
  client.release();
  await turn();
  expect(pieces).toEqual([expect.stringMatching(/^..40\{\}.{4}x{200}$/su)]);
});

test("[W13] what is held leaves before the connection is closed", async () => {
  const { client, pieces } = upgraded();
  await turn();
  pieces.length = 0;
  client.hold();
  client.send("40{}", () => undefined);
  client.close();
  await turn();
  expect(pieces.join("").slice(2)).toBe("40{}\x88\x00");
});

test("[W13] what is held leaves after a second, however long the first state takes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { client, pieces } = upgraded();
    await turn();
    pieces.length = 0;
    client.hold();
    client.send("40{}", () => undefined);
    await vi.advanceTimersByTimeAsync(999);
    expect(pieces).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(pieces).toEqual([expect.stringMatching(/^..40\{\}$/su)]);
  } finally {
    vi.useRealTimers();
  }
});
