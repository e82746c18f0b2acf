import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { cookiesOf, keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const NAME = "Period 3, Monday";

test("[V17] host, assistant and readers of the results see the name; phones and the projector don't", async () => {
  await using server = await startServer({ settings: { name: NAME, entry: "personal", identity: "named" } });
  const { code, urls } = server.session;
  const { pageApi } = server.app;
  const host = new Headers({ cookie: server.cookie });
  const assistant = await (await server.asHost("/links/assistant", { method: "POST" })).json();
  const { passes } = await (await server.asHost("/passes", { json: { count: 1 } })).json();
  const joined = await server.asStranger("/join", { json: { pass: passes[0].code, name: "Ada" } });
  const seat = { cookie: cookiesOf(joined) };
  const steering = await server.connect("host");

  const named = { ok: true, value: { settings: { name: NAME } } };
  expect(await pageApi.host(host, code)).toMatchObject(named);
  expect(await pageApi.host(new Headers(), code, keyIn(assistant.url))).toMatchObject(named);
  expect(await pageApi.dashboard(host, 9)).toMatchObject({ value: { sessions: [{ code, name: NAME }] } });
  expect(await pageApi.passes(host, code)).toMatchObject({ value: { name: NAME } });
  expect(await pageApi.results(new Headers(seat), code)).toMatchObject({ ok: false });

  await moveTo(steering, "results");
  for (const headers of [host, new Headers(seat), new Headers()])
    expect(await pageApi.results(headers, code)).toMatchObject({ ok: true, value: { name: NAME } });
  const unnamed = [
    await pageApi.phone(new Headers(), code),
    await pageApi.screen(new Headers(), code, keyIn(urls.screen)),
    await (await server.asStranger("")).json(),
    await (await server.asStranger("/phone", { headers: seat })).json(),
    await (await server.asStranger("/mine", { headers: seat })).json(),
  ];
  for (const page of unnamed) expect(JSON.stringify(page)).not.toContain(NAME);
});

const CHOSEN = {
  name: NAME,
  identity: "named",
  questions: { readingVote: true },
  filter: { holds: true, words: ["gnome"] },
  rule: "Be brief.",
} satisfies GivenSettings;

function again(server: TestServer, json: unknown, cookie = server.cookie) {
  return server.request("/api/sessions", { json, headers: { cookie } });
}

async function pageOf(server: TestServer, code: string) {
  const page = await server.app.pageApi.host(new Headers({ cookie: server.cookie }), code);
  if (!page.ok) throw new Error(page.code);
  return page.value;
}

test("[I11] same again keeps debate and settings, after the debate was edited and deleted", async () => {
  await using server = await startServer();
  const imported = await server.asInstructor("/api/debates/import", { json: { text: OWN } });
  const { debate } = await imported.json();
  const { code } = await server.open(CHOSEN, debate.id);
  const { participantId } = await server.join("Ada", code);
  const before = await pageOf(server, code);

  const { id, ...draft } = debate;
  const edited = { debate: { ...draft, resolution: "Another Resolution" } };
  expect((await server.asInstructor(`/api/debates/${id}`, { method: "PUT", json: edited })).status).toBe(200);
  const afterEdit = await (await again(server, { from: code, name: "Period 4" })).json();
  // By hand: one that a session was opened with is archived [D16].
  await server.database.write((to) => to.debate.delete({ where: { id } }));
  // A copy of a copy, by a code as it is read out.
  const typed = `${afterEdit.code.slice(0, 3)} ${afterEdit.code.slice(3)}`.toLowerCase();
  const response = await again(server, { from: typed, name: "" });
  expect(response.status).toBe(201);
  const afterDeletion = await response.json();

  for (const [opened, name] of [
    [afterEdit, "Period 4"],
    [afterDeletion, ""],
  ]) {
    const page = await pageOf(server, opened.code);
    expect(page.debate).toEqual(before.debate);
    expect(page.settings).toEqual({ ...before.settings, name });
    expect(page.snapshot).toMatchObject({ phase: "lobby", joined: 0, version: 1 });
    expect(JSON.stringify(page)).not.toContain(participantId);
    expect(page.links.screen).not.toBe(before.links.screen);
  }
  expect(await pageOf(server, code)).toMatchObject({ settings: { name: CHOSEN.name } });
});

test("[I3][I11] a colleague's session, a deleted one and one that never was get the same answer", async () => {
  await using server = await startServer();
  const { code } = await server.open();
  await server.asInstructor(`/api/sessions/${code}`, { method: "DELETE" });
  const colleague = await server.colleague();
  const answers = await Promise.all([
    again(server, { from: server.session.code }, colleague),
    again(server, { from: code }),
    again(server, { from: "ZZZZZZ" }),
    again(server, { from: "not a code" }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const said = new Set(await Promise.all(answers.map((answer) => answer.text())));
  expect(said.size).toBe(1);
  expect((await again(server, { from: server.session.code }, "")).status).toBe(401);
});

test("[I25] a session that is sent again under its client's id is opened once, and answered with its code", async () => {
  await using server = await startServer();
  for (const what of [{ debateId: BUILT_IN_DEBATE.id }, { from: server.session.code, name: "Period 4" }]) {
    const request = { ...what, id: crypto.randomUUID() };
    const sent = await Promise.all([again(server, request), again(server, request)]);
    sent.push(await again(server, request));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    const codes = await Promise.all(sent.map(async (answer) => (await answer.json()).code));
    expect(new Set(codes).size).toBe(1);
    const colleagues = await again(server, request, await server.colleague());
    expect([colleagues.status, (await colleagues.json()).error.code]).toEqual([409, "duplicate"]);
  }
});

test("[D35] minutes of a session reach its host's control room, and no one else", async () => {
  await using server = await startServer({ settings: { minutes: { reading: 12 } } });
  const { pageApi } = server.app;
  const { code } = server.session;
  const room = await pageApi.host(new Headers({ cookie: server.cookie }), code);
  expect(room.ok && room.value.settings.minutes).toEqual({ reading: 12 });
  const phone = await pageApi.phone(new Headers(), code);
  expect(phone.ok && phone.value.settings).not.toHaveProperty("minutes");
});
