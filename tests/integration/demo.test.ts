import { expect, test } from "vitest";
import { createSimilarFinder } from "#app/host/stages/similar-finder.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { phasesOf } from "#debate/rules/phases.ts";
import { Settings, StoredSettings } from "#debate/rules/settings.ts";
import type { Rebuttal, RebuttalBatch } from "#debate/rules/snapshot.ts";
import { DEMO_HOMEWORK, DEMO_SETTINGS } from "#server/launch/demo-settings.mjs";
import { moveTo } from "#tests/support/lesson.ts";
import { all, hurried, rehearse, resultsOf, startHurried } from "#tests/support/rehearsal.ts";
import { type OpenedSession, startServer } from "#tests/support/server.ts";

const DEMO = Settings.parse(DEMO_SETTINGS);

test("[H1] the demo's class does all that there is: it marks, starts, speaks, pairs, rates, and writes exit tickets", async () => {
  await using server = await startHurried();
  const { code, host } = await rehearse(server, DEMO_SETTINGS, 30);
  await host.sees(({ joined }) => joined === 30);
  await moveTo(host, "before", DEMO);
  await host.sees(all(30));
  await moveTo(host, "reading", DEMO);
  await host.sees(({ reading, check }) => !!reading?.both && reading.unclear.length > 0 && !!check?.answered);
  await moveTo(host, "reading-vote", DEMO);
  await host.sees(({ turnout }) => turnout.round === "reading" && turnout.voted >= 29);
  await moveTo(host, "rebuttal", DEMO);
  const { speaking } = await host.sees((snapshot) => (snapshot.speaking?.speakers?.length ?? 0) > 2);
  await host.send("host:speaker", { participantId: speaking?.speakers?.[0]?.participantId ?? null });
  await host.sees((snapshot) => snapshot.speaking?.now !== undefined);
  // [P11] Who speaks ends the own speech.
  await host.sees((snapshot) => snapshot.speaking?.now === undefined);
  await moveTo(host, "pairs", DEMO);
  await host.send("host:pairs", { act: "make" });
  await host.sees(({ pairs }) => pairs?.tables === 15);
  const lines = (table: number) => host.raw("host:pair-lines", { table });
  await expect.poll(async () => JSON.stringify(await lines(1)), { timeout: 10_000 }).toContain('"body"');
  await moveTo(host, "after", DEMO);
  await host.sees(({ turnout }) => turnout.round === "after" && turnout.voted >= 29);
  await moveTo(host, "steelman", DEMO);
  await host.sees(({ steelman }) => (steelman?.written ?? 0) >= 29 && (steelman?.rated ?? 0) >= 30);
  await moveTo(host, "results", DEMO);
  await host.sees(({ exitTickets }) => (exitTickets ?? 0) >= 12);
  expect((await resultsOf(server, code)).outlook?.understanding?.n).toBeGreaterThanOrEqual(10);

  // [P34] As if weeks had passed.
  await moveTo(host, "later", DEMO);
  await host.sees(({ turnout }) => turnout.round === "later" && turnout.voted >= 25);
  await moveTo(host, "later-closed", DEMO);
  const { later } = await resultsOf(server, code);
  expect(later?.paired.n).toBeGreaterThanOrEqual(24);
  // Some kept their new answer, and some went back.
  expect(later?.movers.kept).toBeGreaterThan(0);
  expect(later?.movers.back).toBeGreaterThan(0);
});

test("[H1] [R10] [R21] [R22] [R25] the demo's students change, withdraw and report a rebuttal, and two write nearly the same", async () => {
  await using server = await startHurried();
  const { code, host } = await rehearse(server, DEMO_SETTINGS);
  await host.sees(({ joined }) => joined === 12);
  await moveTo(host, "before", DEMO);
  await host.sees(all(12));
  await moveTo(host, "rebuttal", DEMO);
  const known = new Map<string, Rebuttal>();
  const find = createSimilarFinder();
  const withdrawn = new Set<string>();
  const read = new Set<RebuttalBatch>();
  /** What the control room has by now. */
  const has = (fits: () => boolean) => (batch: RebuttalBatch) => {
    if (!read.has(batch)) {
      for (const rebuttal of batch.changed) known.set(rebuttal.id, rebuttal);
      for (const id of batch.removed) if (known.delete(id)) withdrawn.add(id);
      read.add(batch);
    }
    return fits();
  };
  const some = (fits: (rebuttal: Rebuttal) => boolean) => has(() => [...known.values()].some(fits));
  await host.hearsRebuttals(
    some(({ edited, body }) => !!edited && body.includes("sooner and for more money")),
  );
  // [R21] Its new words are read and endorsed, too.
  await host.hearsRebuttals(some(({ edited, endorsements }) => !!edited && endorsements > 0));
  await host.hearsRebuttals(some(({ reports }) => reports?.[0]?.includes("anyone can be bought") ?? false));
  expect((await host.sync()).session.queue).toBe(1);
  await host.hearsRebuttals(has(() => withdrawn.size > 0));
  await host.hearsRebuttals(has(() => find(known, new Set()).length > 0));
  const [twins = [], ...others] = find(known, new Set());
  expect(others).toEqual([]);
  expect(twins).toHaveLength(2);
  expect(new Set(twins.map(({ participantId }) => participantId)).size).toBe(2);
  const [head, twin] = twins;
  const merge = { rebuttalId: twin?.id ?? "", into: head?.id ?? null };
  expect(await host.send("host:merge", merge)).toMatchObject({ ok: true });

  await moveTo(host, "after", DEMO);
  await host.sees((snapshot) => snapshot.turnout.round === "after" && snapshot.turnout.voted === 12);
  await moveTo(host, "results", DEMO);
  expect((await resultsOf(server, code)).rebuttals).toHaveLength(12);
});

test("[H1] [P29] [P30] the demo's homework opens at its set dates, which phones, host and projector are told, and the class does it", async () => {
  let jump = 0;
  // Two minutes between dates are six seconds, enough for each phase also on a slow machine.
  const fast = hurried(20);
  const clock = () => fast() + jump;
  await using server = await startServer({ clock });
  const json = {
    debateId: BUILT_IN_DEBATE.id,
    settings: DEMO_SETTINGS,
    simulated: 12,
    schedule: { zone: "Asia/Tokyo", near: DEMO_HOMEWORK },
  };
  const began = clock();
  const opened = await server.request("/api/sessions", { json, headers: { cookie: server.cookie } });
  const { code, urls } = (await opened.json()) as OpenedSession;
  const host = await server.connect("host", { code });
  const ada = await server.connect("student", { code });
  const screen = await server.connect("screen", { code, key: new URL(urls.screen).searchParams.get("key") });
  await host.sees(({ joined }) => joined === 13);
  const { schedule } = (await host.sync()).session;
  expect(schedule?.zone).toBe("Asia/Tokyo");
  expect(schedule?.dates.map(({ phase }) => phase)).toEqual(["before", "reading", "reading-vote"]);
  const [first = 0, ...others] = schedule?.dates.map(({ at }) => at) ?? [];
  expect(first).toBeGreaterThan(began + 60_000);
  expect(others).toEqual([first + 120_000, first + 240_000]);
  for (const client of [ada, screen]) expect((await client.sync()).session.schedule).toEqual(schedule);

  /** Timers wait in real time: what changes the session's dates sets them anew. */
  const comesTo = async (at: number, phase: Phase) => {
    jump += Math.max(0, at - clock());
    await host.send("host:later-vote", { planned: true });
    await host.sees((snapshot) => snapshot.phase === phase);
    return (await ada.sync()).session.schedule?.dates.map((date) => date.phase);
  };
  expect(await comesTo(first, "before")).toEqual(["reading", "reading-vote"]);
  await host.sees(all(12));
  expect(await comesTo(first + 120_000, "reading")).toEqual(["reading-vote"]);
  await host.sees(({ reading, check }) => !!reading?.both && !!check?.answered);
  expect(await comesTo(first + 240_000, "reading-vote")).toBeUndefined();
  await host.sees(({ turnout }) => turnout.round === "reading" && turnout.voted >= 11);
  expect((await screen.sync()).session.phase).toBe("reading-vote");
});

test("[H1] the demo switches on everything that a session can have beside the rest", () => {
  const { questions, filter, reveal, activities } = DEMO;
  expect(Object.values(questions)).not.toContain(false);
  expect([filter.holds, reveal]).toEqual([true, "staged"]);
  expect(Object.keys(activities).sort()).toEqual(
    Object.keys(StoredSettings.shape.activities.unwrap().shape).sort(),
  );
  for (const phase of PHASES) expect(phasesOf(DEMO)).toContain(phase);
});
