import { expect, test } from "vitest";
import { OWN } from "#tests/support/newsletter.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const CHOSEN = {
  name: "Period 3, Monday",
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
  const headers = { cookie: server.cookie };
  const imported = await server.request("/api/debates/import", { json: { text: OWN }, headers });
  const { debate } = await imported.json();
  const { code } = await server.open(CHOSEN, debate.id);
  const { participantId } = await server.join("Ada", code);
  const before = await pageOf(server, code);

  const { id, ...draft } = debate;
  const edited = { debate: { ...draft, resolution: "Another Resolution" } };
  expect((await server.request(`/api/debates/${id}`, { method: "PUT", json: edited, headers })).status).toBe(
    200,
  );
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

test("[I11] without a new name the old one is kept", async () => {
  await using server = await startServer({ settings: { name: CHOSEN.name } });
  const { code } = await (await again(server, { from: server.session.code })).json();
  expect((await pageOf(server, code)).settings.name).toBe(CHOSEN.name);
});

test("[I3][I11] a colleague's session, a deleted one and one that never was get the same answer", async () => {
  await using server = await startServer();
  const { code } = await server.open();
  await server.request(`/api/sessions/${code}`, { method: "DELETE", headers: { cookie: server.cookie } });
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

test.each([
  ["a debate as well", { debateId: "japan-russia-card" }, 400],
  ["settings as well", { settings: { questions: { readingVote: true } } }, 400],
  ["another field", { phase: "results" }, 400],
  ["no text for a name", { name: 3 }, 400],
  ["a name of 61 characters", { name: "🦉".repeat(61) }, 413],
])("[W1][I11] same again with %s is refused", async (_, more, status) => {
  await using server = await startServer();
  const refused = await again(server, { from: server.session.code, ...more });
  expect(refused.status).toBe(status);
});

test("[H11] same again leaves out what there can't be, where the session is from before that was refused", async () => {
  await using server = await startServer();
  const { code } = await server.open({ activities: { pairs: { when: "instead", by: "voice" } } });
  const { id, settings } = await server.database.reader.session.findFirstOrThrow({ where: { code } });
  const old = JSON.stringify({
    ...JSON.parse(settings),
    activities: { pairs: { when: "instead", by: "voice" }, speaking: {}, starters: {} },
  });
  await server.database.write((to) => to.session.update({ where: { id }, data: { settings: old } }));
  const opened = await (await again(server, { from: code })).json();
  expect((await pageOf(server, opened.code)).settings.activities).toEqual({
    pairs: { when: "instead", by: "voice" },
  });
});
