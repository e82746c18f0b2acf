import { randomUUID } from "node:crypto";
import pino from "pino";
import { expect, test, vi } from "vitest";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { forgetRehearsals } from "#server/sessions/rehearsal.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, refused } from "#tests/support/lesson.ts";
import { rehearse, resultsOf, startHurried } from "#tests/support/rehearsal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

async function exists(server: TestServer, code: string): Promise<boolean> {
  return (await server.request(`/api/sessions/${code}`)).status === 200;
}

/** Moves on until the session is closed and gone; the host is answered first. */
async function close(host: Client): Promise<void> {
  await moveTo(host, "results");
  const { version } = (await host.sync()).session;
  const gone = host.hears("gone");
  expect(await host.send("host:phase", { to: "closed", version })).toMatchObject({ ok: true });
  await gone;
}

test("[H3] a rehearsal is deleted when it is closed, and its host is told", async () => {
  await using server = await startHurried();
  const { code, host } = await rehearse(server);
  await close(host);
  expect(await exists(server, code)).toBe(false);
});

test("[H3] [P34] one with a later vote stays, which opens at once; it can be planned until it is closed", async () => {
  await using server = await startHurried();
  const { code, host } = await rehearse(server, {}, 6);
  await host.sees(({ joined }) => joined === 6);
  for (const phase of ["before", "after"] as const) {
    await moveTo(host, phase);
    await host.sees(({ turnout }) => turnout.round === phase && turnout.voted >= 5);
  }
  await moveTo(host, "results");
  expect(await host.send("host:later-vote", { planned: true })).toMatchObject({ ok: true });
  const settings = { activities: { laterVote: {} } };
  await moveTo(host, "closed", settings);
  expect((await host.sync()).session.later).toMatchObject({ planned: true });
  // Without it, it would be over.
  expect(await host.send("host:later-vote", { planned: false })).toEqual(refused("wrong-phase"));
  await moveTo(host, "later", settings);
  await host.sees(({ turnout }) => turnout.round === "later" && turnout.voted >= 4);
  await moveTo(host, "later-closed", settings);
  expect((await resultsOf(server, code)).later?.paired.n).toBeGreaterThanOrEqual(4);

  // The host ends it.
  const gone = host.hears("gone");
  const request = { method: "DELETE", headers: { cookie: server.cookie } };
  expect((await server.request(`/api/sessions/${code}`, request)).status).toBe(204);
  await gone;
  expect(await exists(server, code)).toBe(false);
});

test("[H3] [P34] back in the results without a later vote, closing ends it", async () => {
  await using server = await startHurried();
  const { code, host } = await rehearse(server, { activities: { laterVote: {} } }, 5);
  await moveTo(host, "closed", { activities: { laterVote: {} } });
  expect(await exists(server, code)).toBe(true);
  await moveTo(host, "results", { activities: { laterVote: {} } });
  expect(await host.send("host:later-vote", { planned: false })).toMatchObject({ ok: true });
  await close(host);
  expect(await exists(server, code)).toBe(false);
});

const DAY = 24 * 60 * 60 * 1_000;
/** One of several servers, with a Redis that is down. */
function startBesideOthers(clock: () => number) {
  return startServer({
    redis: "redis://127.0.0.1:1",
    engine: "sqlite",
    clock,
    log: pino({ level: "silent" }),
  });
}

test("[H3] where there are several servers, one that starts deletes only rehearsals that are a day old", async () => {
  let now = Date.now();
  await using server = await startBesideOthers(() => now);
  const { code } = await server.open({ simulated: 5 });
  now += DAY;
  await server.restart();
  expect(await exists(server, code)).toBe(true);
  now += 1;
  await server.restart();
  expect(await exists(server, code)).toBe(false);
  expect(await exists(server, server.session.code)).toBe(true);
});

test("[H3] closing deletes a rehearsal whose students another server plays", async () => {
  await using server = await startBesideOthers(Date.now);
  const { code } = await server.open({ simulated: 5 });
  await server.restart();
  const host = await server.connect("host", { code });
  await close(host);
  expect(await exists(server, code)).toBe(false);
});

test("[H3] a rehearsal that can't be read is deleted when the server starts", async () => {
  await using server = await startServer();
  const { code } = await server.open({ simulated: 5 });
  const settings = JSON.stringify({ identity: "unheard-of" });
  await server.database.write((to) => to.session.update({ where: { code }, data: { settings } }));
  await server.restart();
  expect(await server.database.reader.session.count({ where: { code } })).toBe(0);
});

test("[H3] a rehearsal that can't be deleted holds up neither the others nor the start", async () => {
  const remove = vi.fn().mockRejectedValueOnce(new Error("disk full"));
  const rehearsals = vi.fn().mockResolvedValue(["one", "two"]);
  const parts = { store: { sessions: { rehearsals, remove } }, announce: { gone: vi.fn() } };
  const log = { error: vi.fn() };
  const forget = () => forgetRehearsals(parts as unknown as Dependencies, "all", log);
  await forget();
  expect(remove.mock.calls).toEqual([["one"], ["two"]]);
  expect(log.error).toHaveBeenCalledTimes(1);
  rehearsals.mockRejectedValue(new Error("unreadable"));
  await forget();
  expect(log.error).toHaveBeenCalledTimes(2);
});

test("[H3] a second rehearsal of an instructor replaces the first, and no session", async () => {
  await using server = await startServer();
  const [first, second] = [await server.open({ simulated: 5 }), await server.open({ simulated: 6 })];
  expect(await exists(server, first.code)).toBe(false);
  expect(await exists(server, second.code)).toBe(true);
  expect(await exists(server, server.session.code)).toBe(true);
});

test("[H3] one that another server opens at the same time is refused", async () => {
  await using server = await startServer();
  const { code } = await server.open({ simulated: 5 });
  const { sessions } = createStore(server.database);
  const [rehearsal, lesson] = [await sessions.byCode(code), await sessions.byCode(server.session.code)];
  if (!rehearsal || !lesson) throw new Error("not found");
  const debate = await sessions.debateOf(rehearsal.id);
  const again = (session: SessionRecord, newCode: string) =>
    sessions.create({ ...session, id: randomUUID(), code: newCode }, debate, null);
  expect(await again(rehearsal, "AAAAAA")).toBe(false);
  expect(await exists(server, "AAAAAA")).toBe(false);
  expect(await again(lesson, "BBBBBB")).toBe(true);
});

test("[H3] a rehearsal is deleted when its host signs out, and when the only server starts", async () => {
  await using server = await startServer();
  const first = await server.open({ simulated: 5 });
  await server.restart();
  expect(await exists(server, first.code)).toBe(false);
  const { code } = await server.open({ simulated: 5 });
  const ada = await server.connect("student", { code });
  const gone = ada.hears("gone");
  await server.request("/api/auth/sign-out", { json: {}, headers: { cookie: server.cookie } });
  await gone;
  expect(await exists(server, code)).toBe(false);
  expect(await exists(server, server.session.code)).toBe(true);
});
