import { expect, test } from "vitest";
import { createSimilarFinder } from "#app/host/stages/similar-finder.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal, RebuttalBatch } from "#debate/rules/snapshot.ts";
import { DEMO_SETTINGS } from "#server/launch/demo-settings.mjs";
import { moveTo } from "#tests/support/lesson.ts";
import { all, rehearse, resultsOf, startHurried } from "#tests/support/rehearsal.ts";

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
