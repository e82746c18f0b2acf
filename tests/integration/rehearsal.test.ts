import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { all, rehearse, startHurried } from "#tests/support/rehearsal.ts";
import { startServer } from "#tests/support/server.ts";

test("[H1] twelve simulated students join, vote, write and endorse as the host moves, and real phones may join them", async () => {
  await using server = await startHurried();
  const { code, host } = await rehearse(server, {
    reveal: "staged",
    activities: { guess: {}, steelman: {} },
  });
  await host.sees(({ joined }) => joined === 12);
  const { connected, seats } = await host.hearsRoster((roster) => roster.seats.length === 12);
  expect(connected).toBe(12);
  expect(seats.every((seat) => seat.connected)).toBe(true);
  const ada = await server.connect("student", { code });
  await moveTo(host, "before");
  await host.sees(all(12));
  expect(await ada.send("ballot:cast", { round: "before", choice: "for", seq: 1 })).toMatchObject({
    ok: true,
  });
  await host.sees(all(13));
  await moveTo(host, "rebuttal");
  const written = new Set<string>();
  await host.hearsRebuttals(({ changed }) => {
    for (const { id } of changed) written.add(id);
    return written.size >= 10;
  });
  await host.hearsRebuttals(({ changed }) => changed.some(({ endorsements }) => endorsements > 0));
  await moveTo(host, "after");
  await host.sees(({ turnout }) => (turnout?.voted ?? 0) >= 11);
  await moveTo(host, "steelman", { activities: { steelman: {} } });
  await host.sees(({ steelman }) => (steelman?.written ?? 0) >= 8 && (steelman?.rated ?? 0) > 0);
  await moveTo(host, "results", { activities: { steelman: {} } });
  const { session } = await host.sync();
  await host.send("host:step", { step: "guess", version: session.version });
  await host.sees(({ step }) => step === "guess");
  await host.sees(({ guessed }) => (guessed ?? 0) >= 8);
});

test("[H1] [Y5] simulated students answer the questions on the texts, so that the host sees how many", async () => {
  await using server = await startHurried();
  const { host } = await rehearse(server, { activities: { comprehension: {} } }, 30);
  await host.sees(({ joined }) => joined === 30);
  await moveTo(host, "reading");
  const { check } = await host.sees((snapshot) => (snapshot.check?.answered ?? 0) >= 20);
  const questions = BUILT_IN_DEBATE.kit?.questions ?? [];
  const right = questions.map(({ answer }, at) => check?.options?.[at]?.[answer] ?? 0);
  expect(right.every((count) => count > (check?.answered ?? 0) / 2)).toBe(true);
});

test("[H1] [X10] they say what they have read, and what they don't understand, where the class is asked", async () => {
  await using server = await startHurried();
  const { host } = await rehearse(server, { activities: { reading: {} } });
  await host.sees(({ joined }) => joined === 12);
  await moveTo(host, "reading");
  await host.sees(({ reading }) => (reading?.both ?? 0) >= 6 && (reading?.unclear.length ?? 0) > 0);
});

test("[H1] in a named session simulated students say so, and personal codes are not asked for", async () => {
  await using server = await startHurried();
  const { host } = await rehearse(server, { identity: "named", entry: "personal" }, 5);
  const { seats } = await host.hearsRoster((roster) => roster.seats.length === 5);
  expect(seats.map(({ name }) => name).toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `Simulated ${n}`));
});

test("[H1] [B5] in an anonymous session that asks nothing, they vote without reasons", async () => {
  await using server = await startHurried();
  const { code, host } = await rehearse(
    server,
    { identity: "anonymous", questions: { confidence: false, reasons: false, credit: false } },
    30,
  );
  await moveTo(host, "before");
  await host.sees(({ joined }) => joined === 30);
  await host.sees(all(30));
  const { roster } = await host.sync();
  expect(roster).toEqual({ connected: 30, seats: [] });
  expect(code).toHaveLength(6);
});

test("[H1] a rehearsal has 5 to 300 simulated students", async () => {
  await using server = await startServer();
  const statuses: number[] = [];
  for (const simulated of [4, 5, 300, 301]) {
    const json = { debateId: "japan-russia-card", simulated };
    const { status } = await server.request("/api/sessions", { json, headers: { cookie: server.cookie } });
    statuses.push(status);
  }
  expect(statuses).toEqual([400, 201, 201, 400]);
});

test("[H4] rehearsals are marked in lists and files, and in no comparison; same again is no rehearsal", async () => {
  await using server = await startServer();
  const headers = { cookie: server.cookie };
  const { code } = await server.open({ simulated: 5 });
  const dashboard = await server.app.pageApi.dashboard(new Headers(headers), 0);
  if (!dashboard.ok) throw new Error(dashboard.code);
  const simulated = dashboard.value.sessions.map((row) => [row.code, row.simulated]);
  expect(Object.fromEntries(simulated)).toEqual({ [code]: 5, [server.session.code]: undefined });
  const file = await server.request(`/api/sessions/${code}/export?table=ballots&format=csv`, { headers });
  expect(file.headers.get("content-disposition")).toBe(
    `attachment; filename="${code}-simulated-ballots.csv"`,
  );
  const compared = await server.request(`/api/compare?codes=${code},${server.session.code}`, { headers });
  expect(await compared.json()).toMatchObject({ error: { code: "not-found" } });
  const again = await server.request("/api/sessions", { json: { from: code }, headers });
  const page = await server.app.pageApi.host(new Headers(headers), (await again.json()).code);
  expect(page.ok && page.value.simulated).toBe(undefined);
});
