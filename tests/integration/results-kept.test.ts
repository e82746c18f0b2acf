import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Step } from "#debate/rules/steps.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const counting = vi.hoisted(() => ({ times: 0 }));
vi.mock("#debate/counting/results.ts", async (original) => {
  const results = await original<typeof import("#debate/counting/results.ts")>();
  return {
    countResults: (given: Parameters<typeof results.countResults>[0]) => {
      counting.times += 1;
      return results.countResults(given);
    },
  };
});
beforeEach(() => {
  counting.times = 0;
});

afterEach(() => vi.restoreAllMocks());

async function results(response: Promise<Response>): Promise<Results> {
  return (await (await response).json()) as Results;
}

/** How often results were counted during `work`. */
async function countings(work: () => Promise<unknown>): Promise<number> {
  const before = counting.times;
  await work();
  return counting.times - before;
}

/** A class at its results: a writer whose rebuttal one of two readers was shown. */
async function atResults(server: TestServer, identity: "pseudonym" | "anonymous" = "pseudonym") {
  const [host, ada, bob, cyd] = await server.seats("host", "student", "student", "student");
  const settings = { identity };
  await moveTo(host, "before", settings);
  for (const each of [ada, bob, cyd]) await each.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal", settings);
  const { id } = rebuttal();
  await ada.send("rebuttal:post", rebuttal({ id }));
  await bob.send("rebuttal:seen", { ids: [id] });
  await moveTo(host, "after", settings);
  for (const each of [ada, bob, cyd]) await each.send("ballot:cast", ballot("against", "after"));
  await moveTo(host, "results", settings);
  return { host, ada, cyd, id };
}

test.each(["pseudonym", "anonymous"] as const)(
  "[L15] results of a class (%s) are counted once for 64 requests at once, and host and class each get their own",
  async (identity) => {
    await using server = await startServer({ settings: { identity, smallGroups: "hide" } });
    const ask = () =>
      Promise.all(
        Array.from({ length: 64 }, (_, n) =>
          results(n % 2 ? server.asStranger("/results") : server.asHost("/results")),
        ),
      );
    let told: Results[] = [];
    // [V14] Everyone connected is told what the step shows, from the same count.
    const arrive = async () => {
      const { host, ada } = await atResults(server, identity);
      for (const each of [host, ada]) await each.hears("result");
      told = await ask();
    };
    expect(await countings(arrive)).toBe(1);
    expect(await countings(ask)).toBe(0);
    const [forHost, forClass] = told;
    expect(forHost?.rebuttals[0]?.endorsements).toEqual({ for: 0, against: 0, undecided: 0 });
    expect(forClass?.rebuttals[0]?.endorsements).toBeNull();
    expect(told).toEqual(Array.from({ length: 64 }, (_, n) => (n % 2 ? forClass : forHost)));
    // The page reads the same.
    const { pageApi } = server.app;
    expect(await countings(() => pageApi.results(new Headers(), server.session.code))).toBe(0);
  },
);

test("[L15] results are counted again after every change: a decision, a seat, words, a phase, whom a rebuttal was shown to", async () => {
  await using server = await startServer({ settings: { smallGroups: "tell" } });
  const { host, ada, cyd, id } = await atResults(server);
  const asHost = () => results(server.asHost("/results"));
  const shown = (await asHost()).rebuttals[0]?.standing;

  expect(await cyd.send("rebuttal:seen", { ids: [id] })).toEqual(OK);
  // The server checks that once a second.
  const { now } = performance;
  vi.spyOn(performance, "now").mockImplementation(() => now.call(performance) + 1_000);
  expect(await countings(asHost)).toBe(1);
  expect((await asHost()).rebuttals[0]?.standing).toBeLessThan(shown ?? 0);

  await host.send("host:moderate", { rebuttalId: id, action: "hide" });
  expect((await asHost()).rebuttals).toEqual([]);
  await host.send("host:moderate", { rebuttalId: id, action: "show" });
  expect((await asHost()).rebuttals).toHaveLength(1);

  await host.send("host:remove", { participantId: cyd.participantId });
  expect((await asHost()).paired.n).toBe(2);

  await moveTo(host, "after");
  await ada.send("ballot:cast", ballot("for", "after", 2));
  expect((await asHost()).rounds.at(-1)).toMatchObject({ for: 1, against: 1 });
  expect((await server.asStranger("/results")).status).toBe(403);
});

test("[V9] cached results are never sent to anyone who may not read them, nor after their session is deleted", async () => {
  await using server = await startServer();
  const { host } = await atResults(server);
  await results(server.asHost("/results"));
  await host.send("host:results", { kept: true });
  expect((await server.asStranger("/results")).status).toBe(403);
  expect((await server.asHost("", { method: "DELETE" })).status).toBe(204);
  for (const asked of [server.asHost("/results"), server.asStranger("/results")])
    expect((await asked).status).toBe(404);
});

test("[L15] [V14] no step of a reveal counts the class again, nor does what is on the wall, but guesses are counted once", async () => {
  await using server = await startServer({ settings: { stagedReveal: true, guess: true } });
  const { host, ada } = await atResults(server);
  await host.hearsResult(({ step }) => step === "covered");
  const show = async (step: Step) => {
    await showStep(host, step);
    await ada.hearsResult((result) => result.step === step);
    await host.hearsResult((result) => result.step === step);
    await results(server.asHost("/results"));
  };
  expect(await countings(() => show("guess"))).toBe(0);
  expect(await countings(() => ada.send("guess:cast", { share: 10 }))).toBe(0);
  await host.sees(({ guessed }) => guessed === 1);
  expect(await countings(() => show("before"))).toBe(1);
  expect(
    await countings(async () => {
      for (const step of ["flow", "verdict", "open", "chance", "covered"] as const) await show(step);
      await host.send("host:wall", { show: "thanks" });
      await host.send("host:lock", { locked: true });
      await ada.sees(({ locked }) => locked);
      await results(server.asHost("/results"));
    }),
  ).toBe(0);
  expect((await ada.hearsResult(({ step }) => step === "flow")).guess).toMatchObject({ n: 1 });
});
