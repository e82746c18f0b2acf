import { expect, test } from "vitest";
import type { Tally } from "#debate/counting/tally.ts";
import { withPreset } from "#debate/rules/presets.ts";
import { PRESET_NAMES } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { all, rehearse, resultsOf, startHurried } from "#tests/support/rehearsal.ts";

const STUDENTS = 12;
const sumOf = (tally: Tally | null) => Object.values(tally ?? {}).reduce((sum, count) => sum + count, 0);
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
  const endorsed = results.rebuttals.filter((each) => sumOf(each.endorsements) > 0);
  expect(endorsed.length).toBeGreaterThan(0);
  expect(results.waves !== null).toBe(questions.readingVote);
  // [M13] The results say it only from ten people on who answered both times.
  const file = await server.request(`/api/sessions/${code}/export?table=ballots&format=json`, {
    headers: { cookie: server.cookie },
  });
  const { rows } = (await file.json()) as { rows: { understanding: number | null }[] };
  expect(rows.some(({ understanding }) => understanding !== null)).toBe(activities.outlook !== undefined);
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
