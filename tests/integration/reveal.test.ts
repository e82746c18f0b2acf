import { describe, expect, test } from "vitest";
import type { Choice } from "#debate/rules/choices.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { neighborOf, type Step } from "#debate/rules/steps.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const STAGED = { stagedReveal: true, guess: true } satisfies Partial<Settings>;

/** Seven people who all vote twice: 3, 2, 2 before and 5, 1, 1 after. */
const VOTES = [
  ["for", "for"],
  ["for", "for"],
  ["for", "for"],
  ["against", "for"],
  ["against", "against"],
  ["undecided", "for"],
  ["undecided", "undecided"],
] as const satisfies [Choice, Choice][];

async function atResults(server: TestServer) {
  const [host, screen] = await server.seats("host", "screen");
  const voters = await Promise.all(
    VOTES.map(async (votes) => ({ votes, student: await server.connect("student") })),
  );
  await moveTo(host, "before");
  for (const { votes, student } of voters) await student.send("ballot:cast", ballot(votes[0]));
  await moveTo(host, "after");
  for (const { votes, student } of voters) await student.send("ballot:cast", ballot(votes[1], "after"));
  await moveTo(host, "results");
  return { host, screen, students: voters.map(({ student }) => student) as [Client, Client, ...Client[]] };
}

async function step(host: Client, to: Step) {
  const { version } = (await host.sync()).session;
  return host.send("host:step", { step: to, version });
}

describe("[V14] a staged reveal", () => {
  test("shows everyone the same, a step at a time, and staff the steps that have something to show", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, screen, students } = await atResults(server);
    const [ada] = students;
    const { steps = [] } = await host.hearsResult((result) => result.step === "covered");
    expect(steps).toEqual(["covered", "guess", "before", "flow", "verdict", "chance", "open"]);
    expect(await ada.hearsResult(() => true)).toEqual({ step: "covered" });
    for (let at: Step | null = "covered"; at; at = neighborOf(steps, at, 1)) {
      if (at !== "covered") expect(await step(host, at)).toMatchObject(OK);
      const here = at;
      const told = await ada.hearsResult((result) => result.step === here);
      for (const other of students) expect(await other.hearsResult((r) => r.step === here)).toEqual(told);
      for (const staff of [host, screen])
        expect(await staff.hearsResult((r) => r.step === here)).toEqual({ ...told, steps });
      expect((await ada.sync()).result).toEqual(told);
    }
    const last = await ada.hearsResult((result) => result.step === "open");
    expect(last).toMatchObject({
      before: { for: 3, against: 2, undecided: 2, n: 7, unit: "people" },
      paired: { n: 7 },
      winner: "for",
    });
  });

  test("without staging everything is told at once", async () => {
    await using server = await startServer();
    const { host, students } = await atResults(server);
    const told = await students[0].hearsResult(() => true);
    expect(told).toMatchObject({ step: "open", before: { n: 7 }, headline: expect.any(String) });
    expect(await host.hearsResult(() => true)).toEqual({ ...told, steps: ["open"] });
    expect(await step(host, "flow")).toEqual(refused("wrong-phase"));
  });

  test("a phone that joins in mid-reveal gets the current step, by its page and by sync", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host } = await atResults(server);
    await step(host, "flow");
    const late = await server.join();
    const cookie = `seat-${server.session.code}=${late.ticket}`;
    const page = await server.app.pageApi.phone(new Headers({ cookie }), server.session.code);
    const seat = page.ok && page.value.seat;
    const told = await host.hearsResult((result) => result.step === "flow");
    const { steps: _, ...phones } = told;
    expect(seat).toMatchObject({ result: phones });
    const phone = await server.connect("student", { ticket: late.ticket });
    expect((await phone.sync()).result).toEqual(phones);
  });
});
