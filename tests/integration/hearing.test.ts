import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A connection spoken by hand, so that several messages can be written at once and the end right behind them. */
async function enter({ url, session }: TestServer, ticket: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  await once(socket, "message");
  socket.send(`40${JSON.stringify({ code: session.code, ticket })}`);
  await once(socket, "message");
  return socket;
}

const cast = (choice: string, seq: number) =>
  `42${seq}${JSON.stringify(["ballot:cast", { round: "before", choice, seq }])}`;

test("[W1] messages that arrive together are handled in their order, and each is answered", async () => {
  await using server = await startServer();
  const [host] = await server.seats("host");
  await moveTo(host, "before");
  const socket = await enter(server, (await server.join()).ticket);
  const answers: string[] = [];
  const answered = new Promise((resolve) =>
    socket.on("message", (data) => {
      const text = data.toString();
      if (text.startsWith("43") && answers.push(text) === 3) resolve(null);
    }),
  );
  for (const [index, choice] of ["for", "against", "undecided"].entries())
    socket.send(cast(choice, index + 1));
  await answered;
  expect(answers.sort()).toEqual([1, 2, 3].map((seq) => `43${seq}[{"ok":true,"seq":${seq}}]`));
  socket.close();
  await host.send("host:reveal", { on: true });
  expect((await host.sync()).session.tally?.before).toEqual({ for: 0, against: 0, undecided: 1 });
});

test.for([
  ["closes", (socket: WebSocket) => socket.close()],
  ["hangs up", (socket: WebSocket) => socket.terminate()],
] as const)("[W1] a message sent just before a client %s is handled", async ([_how, end]) => {
  await using server = await startServer();
  const [host] = await server.seats("host");
  await moveTo(host, "before");
  for (let voters = 1; voters <= 10; voters += 1) {
    const socket = await enter(server, (await server.join()).ticket);
    socket.send(cast("for", 1), () => end(socket));
    await host.sees(({ turnout }) => turnout.voted === voters);
  }
});
