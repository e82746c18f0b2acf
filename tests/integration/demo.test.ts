import { expect, test } from "vitest";
import { Settings } from "#debate/rules/settings.ts";
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
