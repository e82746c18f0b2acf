import { randomUUID } from "node:crypto";
import pino from "pino";
import { expect, test } from "vitest";
import { withPreset } from "#debate/rules/presets.ts";
import { PRESET_NAMES } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { all, rehearse, resultsOf, startHurried } from "#tests/support/rehearsal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

test("[H4] rehearsals are marked in lists and files, and in no comparison; same again is no rehearsal", async () => {
  await using server = await startServer();
  const headers = { cookie: server.cookie };
  const { code } = await server.open({ simulated: 5 });
  const dashboard = await server.app.pageApi.dashboard(new Headers(headers), 0);
  if (!dashboard.ok) throw new Error(dashboard.code);
  const simulated = dashboard.value.sessions.map((row) => [row.code, row.simulated]);
  expect(Object.fromEntries(simulated)).toEqual({ [code]: 5, [server.session.code]: undefined });
  const file = await server.asInstructor(`/api/sessions/${code}/export?table=ballots&format=csv`);
  expect(file.headers.get("content-disposition")).toBe(
    `attachment; filename="${code}-simulated-ballots.csv"`,
  );
  const compared = await server.asInstructor(`/api/compare?codes=${code},${server.session.code}`);
  expect(await compared.json()).toMatchObject({ error: { code: "not-found" } });
  const again = await server.asInstructor("/api/sessions", { json: { from: code } });
  const page = await server.app.pageApi.host(new Headers(headers), (await again.json()).code);
  expect(page.ok && page.value.simulated).toBe(undefined);
});

const STUDENTS = 12;
/** With the phase that a snapshot is of, as a client remembers those before. */
const during = (phase: Snapshot["phase"], fits: (snapshot: Snapshot) => boolean) => (snapshot: Snapshot) =>
  snapshot.phase === phase && fits(snapshot);

test.each(PRESET_NAMES)("[H10] [H1] a simulated class goes through the whole preset %s", async (preset) => {
  await using server = await startHurried();
  const settings = withPreset(preset, Settings.parse({}));
  const { questions, activities } = settings;
  const { code, host } = await rehearse(server, settings, STUDENTS);
  await host.sees(({ joined }) => joined === STUDENTS);

  await moveTo(host, "before", settings);
  await host.sees(during("before", all(STUDENTS)));
  await moveTo(host, "reading", settings);
  if (activities.reading)
    await host.sees(({ reading }) => (reading?.both ?? 0) >= 6 && (reading?.unclear.length ?? 0) > 0);
  if (questions.readingVote) {
    await moveTo(host, "reading-vote", settings);
    await host.sees(during("reading-vote", all(STUDENTS)));
  }
  await moveTo(host, "rebuttal", settings);
  await argue(host, settings);
  if (activities.pairs) {
    await moveTo(host, "pairs", settings);
    expect(await host.send("host:pairs", { act: "make" })).toMatchObject({ ok: true });
    // Twos and threes, after the votes so far.
    await host.sees(({ pairs }) => (pairs?.tables ?? 0) >= STUDENTS / 3);
  }
  await moveTo(host, "after", settings);
  await host.sees(during("after", all(STUDENTS)));
  if (activities.steelman) {
    await moveTo(host, "steelman", settings);
    await host.sees(({ steelman }) => (steelman?.written ?? 0) >= 8 && (steelman?.rated ?? 0) >= 8);
  }
  await moveTo(host, "results", settings);
  if (activities.guess) {
    const { version } = (await host.sync()).session;
    await host.send("host:step", { step: "guess", version });
    await host.sees(({ guessed }) => (guessed ?? 0) >= 8);
  }
  if (activities.exitTicket) await host.sees(({ exitTickets }) => (exitTickets ?? 0) >= 5);

  const results = await resultsOf(server, code);
  expect(results.paired.n).toBe(STUDENTS);
  expect(results.rebuttals.length).toBeGreaterThanOrEqual(10);
  expect(results.waves !== null).toBe(questions.readingVote);
});

/** Rebuttals, endorsements and, where they are called, speakers. */
async function argue(host: Client, { activities }: Settings): Promise<void> {
  const written = new Set<string>();
  await host.hearsRebuttals(({ changed }) => {
    for (const { id } of changed) written.add(id);
    return written.size >= 10;
  });
  await host.hearsRebuttals(({ changed }) => changed.some(({ endorsements }) => endorsements > 0));
  if (!activities.speaking) return;
  const asked = await host.sees((snapshot) => (snapshot.speaking?.speakers?.length ?? 0) > 0);
  const participantId = asked.speaking?.speakers?.[0]?.participantId ?? null;
  expect(await host.send("host:speaker", { participantId })).toMatchObject({ ok: true });
}

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

test("[H3] a rehearsal that can't be read is deleted when the server starts", async () => {
  await using server = await startServer();
  const { code } = await server.open({ simulated: 5 });
  const settings = JSON.stringify({ identity: "unheard-of" });
  await server.database.write((to) => to.session.update({ where: { code }, data: { settings } }));
  await server.restart();
  expect(await server.database.reader.session.count({ where: { code } })).toBe(0);
});

test("[H3] a second rehearsal that another server opens at the same time is refused", async () => {
  await using server = await startServer();
  const { code } = await server.open({ simulated: 5 });
  const { sessions } = createStore(server.database);
  const [rehearsal, lesson] = [await sessions.byCode(code), await sessions.byCode(server.session.code)];
  if (!rehearsal || !lesson) throw new Error("not found");
  const debate = await sessions.debateOf(rehearsal.id);
  const again = (session: SessionRecord, newCode: string) =>
    sessions.create({ ...session, id: randomUUID(), code: newCode }, debate, null, randomUUID, randomUUID());
  expect(await again(rehearsal, "AAAAAA")).toBe(false);
  expect(await exists(server, "AAAAAA")).toBe(false);
  expect(await again(lesson, "BBBBBB")).toBe(true);
});

test("[H3] a rehearsal is deleted when its host opens another or signs out, and when the only server starts", async () => {
  await using server = await startServer();
  const replaced = await server.open({ simulated: 5 });
  const first = await server.open({ simulated: 6 });
  expect(await exists(server, replaced.code)).toBe(false);
  expect(await exists(server, first.code)).toBe(true);
  await server.restart();
  expect(await exists(server, first.code)).toBe(false);
  const { code } = await server.open({ simulated: 5 });
  const ada = await server.connect("student", { code });
  const gone = ada.hears("gone");
  await server.asInstructor("/api/auth/sign-out", { json: {} });
  await gone;
  expect(await exists(server, code)).toBe(false);
  expect(await exists(server, server.session.code)).toBe(true);
});
