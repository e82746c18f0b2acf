import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { atResults, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const CHOSEN = { identity: "pseudonym", activities: { steelman: {} } } as const;

/** A class of nine that was told its results. */
async function tellNine(server: TestServer, settings: GivenSettings) {
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: 9 }, () => server.connect("student")));
  for (const round of ["before", "after"] as const) {
    await moveTo(host, round, settings);
    await Promise.all(
      students.map((each, place) => each.send("ballot:cast", ballot(place < 5 ? "for" : "against", round))),
    );
  }
  await moveTo(host, "results", settings);
  return {
    host,
    async told() {
      const { rounds, paired, verdict }: Results = await (await server.asStranger("/results")).json();
      return { rounds, paired, verdict };
    },
    deleteSeat: () =>
      server.asHost(`/participants/${students[0]?.participantId}?scope=seat`, { method: "DELETE" }),
  };
}

test("[Z11] a class that goes back to the best arguments and on to the results is told the same, as no vote opened", async () => {
  await using server = await startServer({ settings: CHOSEN });
  const { host, told, deleteSeat } = await tellNine(server, CHOSEN);
  const first = await told();
  await moveTo(host, "steelman", CHOSEN);
  await deleteSeat();
  await moveTo(host, "results", CHOSEN);
  expect(await told()).toEqual(first);
  // A vote that opens makes them new.
  await moveTo(host, "after", CHOSEN);
  await moveTo(host, "results", CHOSEN);
  expect((await told()).paired).not.toEqual(first.paired);
});

test("[Z11] [P30] a set date that leads past the votes tells the class the same", async () => {
  let now = Date.now();
  await using server = await startServer({ settings: CHOSEN, clock: () => now });
  const { host, told, deleteSeat } = await tellNine(server, CHOSEN);
  const first = await told();
  await moveTo(host, "rebuttal", CHOSEN);
  await deleteSeat();
  const at = new Date(now + 120_000).toISOString().slice(0, 16);
  const schedule = { zone: "UTC", dates: [{ phase: "results", at }] } as never;
  expect(await host.send("host:dates", { schedule })).toMatchObject({ ok: true });
  now += 180_000;
  await expect.poll(async () => (await host.sync()).session.phase, { timeout: 8_000 }).toBe("results");
  expect(await told()).toEqual(first);
});

test("[V15] [V16] guesses stay, and none is asked for again, where no vote opened", async () => {
  const settings = { reveal: "staged", activities: { guess: {}, steelman: {} } } as const;
  await using server = await startServer({ settings });
  const { host, students } = await atResults(server);
  await showStep(host, "guess");
  expect(await students[0].send("guess:cast", { share: 30 })).toMatchObject({ ok: true });
  await showStep(host, "flow");
  const { result } = await students[0].sync();
  await moveTo(host, "steelman", settings);
  await moveTo(host, "results", settings);
  expect(await showStep(host, "guess")).toMatchObject({ ok: false });
  await showStep(host, "flow");
  expect((await students[0].sync()).result?.guess).toEqual(result?.guess);
  expect(result?.guess).toBeDefined();
});

test("[S7] the last vote was held once the class is at the best arguments, also if nobody voted in it", async () => {
  const settings = { activities: { steelman: {} } };
  await using server = await startServer({ settings });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before", settings);
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "after", settings);
  const said = async () => ((await (await server.asHost("/results")).json()) as Results).verdict.sentence;
  const inAfter = await said();
  await moveTo(host, "steelman", settings);
  expect(await said()).toBe(inAfter);
});
