import { expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { atReading } from "#tests/support/questions.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
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

const FIRST = { side: "for", n: 1, sentence: 1 } as const;
const QUIET = [
  [
    "a request to speak [P11]",
    { activities: { speaking: {} } },
    "rebuttal",
    "speak:ask",
    { on: true, side: "for" },
    { speech: { side: "for" } },
  ],
  [
    "that both sides were read [X10]",
    { activities: { reading: {} } },
    "reading",
    "reading:done",
    { on: true },
    { readBoth: true },
  ],
  [
    "an unclear sentence [X10]",
    { activities: { reading: {} } },
    "reading",
    "sentence:unclear",
    { ...FIRST, on: true },
    { unclear: [FIRST] },
  ],
  [
    "an exit ticket [Y15]",
    { activities: { exitTicket: {} } },
    "results",
    "exit:write",
    { moved: "The map." },
    { exit: { moved: "The map." } },
  ],
] as const satisfies [string, GivenSettings, "reading" | "rebuttal" | "results", string, object, object][];

for (const [what, settings, phase, name, payload, own] of QUIET)
  test(`[W13] a page that was rendered before another tab stored ${what} gets it as it connects`, async () => {
    await using server = await startServer({ settings });
    const host = await server.connect("host");
    const { ticket } = await server.join();
    const ada = await server.connect("student", { ticket });
    await moveTo(host, phase, settings);
    const connects = await laterTab(server, server.session.code, ada);
    expect(await ada.raw(name, payload)).toMatchObject(OK);
    expect(await connects()).toMatchObject({ ok: true, you: own });
  });

test("[W13] a page that was rendered before another tab stored answers [Y4] gets them as it connects", async () => {
  await using server = await startServer();
  const { code, ada } = await atReading(server);
  const connects = await laterTab(server, code, ada);
  expect(await ada.send("comprehension:answer", { answers: [1, null] })).toEqual(OK);
  expect(await connects()).toMatchObject({ ok: true, you: { answers: [1, null] } });
});

test("[W13] a page that was rendered before another tab was given a text [P18] gets it as it connects", async () => {
  await using server = await startServer();
  const { code, students } = await voted(server, ["for", "against"]);
  const [ada, bob] = students;
  await write(bob, FOR);
  const connects = await laterTab(server, code, ada);
  expect(await ask(ada)).toEqual({ ok: true, given: true });
  expect(await connects()).toMatchObject({ ok: true, you: { steelman: { given: [{ body: FOR }] } } });
});

test("[W13] in other phases the server answers that nothing has changed", async () => {
  await using server = await startServer({
    settings: { activities: { exitTicket: {}, speaking: {}, steelman: {} } },
  });
  const host = await server.connect("host");
  const { ticket } = await server.join();
  const ada = await server.connect("student", { ticket });
  await moveTo(host, "reading", { activities: { steelman: {} } });
  const connects = await laterTab(server, server.session.code, ada);
  expect(await connects()).toMatchObject({ ok: true, unchanged: true });
});
