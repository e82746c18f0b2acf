import type { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { RoomSocketServer } from "#server/sockets/web-socket.ts";

test("[W12] the answer to an upgrade is written in one piece with the packet that follows it", async () => {
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
  new RoomSocketServer(traffic, { noServer: true }).handleUpgrade(
    request,
    socket,
    Buffer.alloc(0),
    async (client) => {
      await null; // as Engine.IO, which waits for the id of the connection
      client.send("0{}");
    },
  );
  await turn();
  expect(pieces).toEqual([expect.stringMatching(/^HTTP\/1\.1 101 .*\r\n\r\n..0\{\}$/su)]);
});
