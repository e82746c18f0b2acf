import pino from "pino";
import { expect, test } from "vitest";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** How many rows each table about sessions has. */
async function rowsIn({ database: { reader } }: TestServer) {
  return {
    sessions: await reader.session.count(),
    participants: await reader.participant.count(),
    ballots: await reader.ballot.count(),
    rebuttals: await reader.rebuttal.count(),
    endorsements: await reader.endorsement.count(),
    exposures: await reader.exposure.count(),
    reports: await reader.report.count(),
    events: await reader.event.count(),
  };
}

async function lesson(server: TestServer, code: string): Promise<void> {
  const [host, ada, bob] = [
    await server.connect("host", { code }),
    await server.connect("student", { code }),
    await server.connect("student", { code }),
  ];
  const posted = rebuttal();
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:seen", { ids: [posted.id] });
  await bob.send("rebuttal:endorse", { rebuttalId: posted.id, on: true });
  await bob.send("rebuttal:report", { rebuttalId: posted.id, reason: "Rude." });
  await host.send("host:timer", { seconds: 600, closes: true });
}

test("a deleted session is gone from every table, and its clients are told; other sessions are unchanged", async () => {
  await using server = await startServer();
  const { code } = await server.open();
  await lesson(server, code);
  const kept = await rowsIn(server);
  for (const count of Object.values(kept)) expect(count).toBeGreaterThan(0);
  await lesson(server, server.session.code);
  const clients = await server.seats("host", "screen", "student");
  const cutOff = clients.map(
    ({ socket }) => new Promise((resolve) => socket.once("disconnect", (reason) => resolve(reason))),
  );

  const response = await server.asHost("", { method: "DELETE" });
  expect(response.status).toBe(204);
  expect(await response.text()).toBe("");
  for (const client of clients) await client.hears("gone");
  expect(await Promise.all(cutOff)).toEqual(Array(3).fill("io server disconnect"));
  // The rows from before its lesson, minus its own row and its opening event.
  expect(await rowsIn(server)).toEqual({ ...kept, sessions: kept.sessions - 1, events: kept.events - 1 });
});

test("[T1] old sessions are deleted when the server starts, counted from their end, or from their start if they never ended", async () => {
  const DAY = 24 * 60 * 60 * 1_000;
  let now = Date.parse("2026-01-01T09:00:00Z");
  await using server = await startServer({ clock: () => now, retentionDays: 30 });
  const closedLate = await server.open();
  now += 20 * DAY;
  await moveTo(await server.connect("host", { code: closedLate.code }), "closed");
  const openedLate = await server.open();
  now += 15 * DAY; // the first was opened 35 days ago, the second closed 15 and the third opened 15 days ago
  await server.restart();
  const status = async (code: string) => (await server.request(`/api/sessions/${code}`)).status;
  await expect.poll(() => status(server.session.code)).toBe(404);
  expect([await status(closedLate.code), await status(openedLate.code)]).toEqual([200, 200]);
});

test("[T8] a host reads until when each session is kept, on the dashboard and in the control room; without a number of days nothing is said", async () => {
  const DAY = 24 * 60 * 60 * 1_000;
  let now = Date.parse("2026-01-01T09:00:00Z");
  await using server = await startServer({ clock: () => now, retentionDays: 30 });
  const headers = new Headers({ cookie: server.cookie });
  const { pageApi } = server.app;
  const { code } = server.session;
  const later = await server.open({ activities: { laterVote: {} } });
  const until = async () => {
    const dashboard = await pageApi.dashboard(headers, 0);
    const rows = dashboard.ok ? dashboard.value.sessions : [];
    const host = await pageApi.host(headers, code);
    return {
      room: host.ok && host.value.keptUntil,
      row: rows.find((row) => row.code === code)?.keptUntil,
      later: rows.find((row) => row.code === later.code)?.keptUntil,
    };
  };
  const opened = now;
  expect(await until()).toEqual({
    ...{ room: opened + 30 * DAY, row: opened + 30 * DAY },
    later: opened + 30 * DAY,
  });
  now += 5 * DAY;
  await moveTo(await server.connect("host"), "closed");
  await moveTo(await server.connect("host", { code: later.code }), "closed", {
    activities: { laterVote: {} },
  });
  expect(await until()).toEqual({
    ...{ room: now + 30 * DAY, row: now + 30 * DAY },
    later: now + 365 * DAY,
  });
  expect(await pageApi.retention()).toEqual({ days: 30, isFixed: true });
  await using keeping = await startServer();
  expect(await keeping.app.pageApi.retention()).toEqual({ isFixed: false });
  const kept = await keeping.app.pageApi.host(new Headers({ cookie: keeping.cookie }), keeping.session.code);
  expect(kept).toMatchObject({ ok: true });
  expect(kept).not.toHaveProperty("value.keptUntil");
});

test("[V9] [I11] a session that is deleted while it is read or opened again is not found, and nothing is logged", async () => {
  const logged: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => logged.push(line) });
  await using server = await startServer({ log });
  const host = await server.connect("host");
  await moveTo(host, "results");
  host.close();
  // Its debate is read after its row. The new start has none in memory.
  await server.database.write((to) => to.frozenDebate.deleteMany());
  await server.restart();
  const { code } = server.session;
  const headers = { cookie: server.cookie };
  const asked = [
    server.asHost("/results"),
    server.asStranger("/results"),
    server.asHost("/timeline"),
    server.asHost("/debate"),
    server.asStranger(""),
    server.asInstructor("/api/sessions", { json: { from: code } }),
  ];
  for (const answer of await Promise.all(asked)) {
    expect(answer.status).toBe(404);
    expect((await answer.json()).error.code).toBe("not-found");
  }
  const { pageApi } = server.app;
  const cookie = new Headers(headers);
  for (const page of [await pageApi.results(cookie, code), await pageApi.host(cookie, code)])
    expect(page).toMatchObject({ ok: false, code: "not-found" });
  // The list of sessions has the others.
  expect(await pageApi.dashboard(cookie, 5)).toMatchObject({ ok: true });
  expect(logged).toEqual([]);
});
