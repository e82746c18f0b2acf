import { expect, test } from "vitest";
import { clientFrame } from "#server/capacity/phones/frames.ts";
import { closed, flood, rawFrames } from "#tests/attacks/raw.ts";
import { startServer } from "#tests/support/server.ts";

/** Their answers are more than the system takes for a reader that reads none, and a megabyte. */
const MESSAGES = 400_000;

test("[L8] a seat that asks and asks, and reads none of the short answers, is cut off", async () => {
  // So many messages a second that its pace does not cut it off first.
  await using server = await startServer({ messagesPerSecond: 1_000_000 });
  const { ticket } = await server.join();
  const socket = await rawFrames(server.url, { auth: { code: server.session.code, ticket } });
  const gone = closed(socket);
  socket.pause();
  const asking = clientFrame('421["no such message",{}]');
  const most = MESSAGES * asking.length;
  const written = await flood(socket, Buffer.concat(Array<Buffer>(1_000).fill(asking)), most);
  socket.resume();
  await gone;
  expect(written).toBeLessThan(most);
});
