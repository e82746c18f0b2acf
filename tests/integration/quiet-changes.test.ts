import { expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { atReading } from "#tests/support/questions.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { ask, cookieOf, FOR, voted, write } from "#tests/support/steelman.ts";

/** A page of this seat that is rendered now, and connected later: what it is sent then of its own. */
async function laterTab(server: TestServer, code: string, client: Client) {
  const page = await (await server.request(`/api/sessions/${code}/phone`, cookieOf(code, client))).json();
  const { version } = (page as { seat: { version: number } }).seat;
  return async () => {
    const { ticket } = client.socket.auth as { ticket: string };
    const tab = await server.connect("student", { code, ticket, version });
    return tab.hears("synced");
  };
}

test("[W13] [X10] [P11] [Y15] a page that was rendered before another tab stored something gets it as it connects", async () => {
  const settings = { activities: { reading: {}, speaking: {}, exitTicket: {} } };
  await using server = await startServer({ settings });
  const [host, ada] = await server.seats("host", "student");
  const first = { side: "for", n: 1, sentence: 1 };
  for (const [phase, name, payload, own] of [
    ["reading", "reading:done", { on: true }, { readBoth: true }],
    ["reading", "sentence:unclear", { ...first, on: true }, { unclear: [first] }],
    ["rebuttal", "speak:ask", { on: true, side: "for" }, { speech: { side: "for" } }],
    ["results", "exit:write", { moved: "The map." }, { exit: { moved: "The map." } }],
  ] as const) {
    await moveTo(host, phase, settings);
    const connects = await laterTab(server, server.session.code, ada);
    expect(await ada.raw(name, payload)).toMatchObject(OK);
    expect(await connects(), name).toMatchObject({ ok: true, you: own });
  }
});

test("[W13] [Y4] [P18] a page that was rendered before another tab stored answers, or was given a text, gets it as it connects", async () => {
  await using server = await startServer();
  const read = await atReading(server);
  const answered = await laterTab(server, read.code, read.ada);
  expect(await read.ada.send("comprehension:answer", { answers: [1, null] })).toEqual(OK);
  expect(await answered()).toMatchObject({ ok: true, you: { answers: [1, null] } });

  const { code, students } = await voted(server, ["for", "against"]);
  const [ada, bob] = students;
  await write(bob, FOR);
  const given = await laterTab(server, code, ada);
  expect(await ask(ada)).toEqual({ ok: true, given: true });
  expect(await given()).toMatchObject({ ok: true, you: { steelman: { given: [{ body: FOR }] } } });
});

test("[W13] a page after which nothing was stored is answered that nothing has changed", async () => {
  const settings = { activities: { exitTicket: {}, speaking: {}, steelman: {} } };
  await using server = await startServer({ settings });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "reading", settings);
  const connects = await laterTab(server, server.session.code, ada);
  expect(await connects()).toMatchObject({ ok: true, unchanged: true });
});
