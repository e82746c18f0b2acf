import { expect, test } from "vitest";
import { clientFrame } from "#server/capacity/phones/frames.ts";
import { closed, flood, rawFrames, rawSocket } from "#tests/attacks/raw.ts";
import { OK } from "#tests/support/lesson.ts";
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

test("[L10] a connection that leaves and enters again, through either transport, harms no one", async () => {
  await using server = await startServer();
  const { ticket } = await server.join();
  const enter = `40${JSON.stringify({ code: server.session.code, as: "student", ticket })}`;
  const socket = await rawSocket(server.url);
  const gone = closed(socket);
  for (const packet of [enter, "41", enter, '421["sync",{}]']) socket.send(packet);
  await gone;
  const polling = "/socket.io/?EIO=4&transport=polling";
  const opened = await (await server.request(polling)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const post = (body: string) => server.request(`${polling}&sid=${sid}`, { method: "POST", body });
  await post(enter);
  await (await server.request(`${polling}&sid=${sid}`)).text();
  await post(["41", enter, '421["sync",{}]'].join("\x1e"));
  const ada = await server.connect("student");
  expect(await ada.sync()).toMatchObject(OK);
});
