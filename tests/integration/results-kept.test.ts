import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Step } from "#debate/rules/steps.ts";
import { cachedResults, keepCache } from "#server/sessions/cached-results.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import { createStore } from "#server/store/store.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const counting = vi.hoisted(() => ({ times: 0, waits: (): boolean => false }));
vi.mock("#debate/counting/results.ts", async (original) => {
  const results = await original<typeof import("#debate/counting/results.ts")>();
  return {
    *countInSlices(given: Parameters<typeof results.countInSlices>[0]) {
      counting.times += 1;
      while (counting.waits()) yield;
      return yield* results.countInSlices(given);
    },
  };
});
beforeEach(() => {
  counting.times = 0;
  counting.waits = () => false;
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
    await using server = await startServer({ settings: { identity } });
    const ask = () =>
      Promise.all(
        Array.from({ length: 64 }, (_, n) =>
          results(n % 2 ? server.asStranger("/results") : server.asHost("/results")),
        ),
      );
    let [told, ticket]: [Results[], string] = [[], ""];
    // [V14] Everyone connected is told what the step shows, from the same count.
    const arrive = async () => {
      const { host, ada } = await atResults(server, identity);
      for (const each of [host, ada]) await each.hears("result");
      ({ ticket } = ada.socket.auth as { ticket: string });
      told = await ask();
    };
    expect(await countings(arrive)).toBe(1);
    expect(await countings(ask)).toBe(0);
    const [forHost, forClass] = told;
    const camps = { for: 0, against: 0, undecided: 0 };
    // [Z18] The host of an anonymous session is told no more than the class.
    expect(forHost?.rebuttals[0]?.endorsements).toEqual(identity === "anonymous" ? null : camps);
    expect(forClass?.rebuttals[0]?.endorsements).toBeNull();
    expect(told).toEqual(Array.from({ length: 64 }, (_, n) => (n % 2 ? forClass : forHost)));
    // The page reads the same, and [V34] so do the cards of a class.
    const { pageApi } = server.app;
    expect(await countings(() => pageApi.results(new Headers(), server.session.code))).toBe(0);
    const headers = new Headers({ cookie: `seat-${server.session.code}=${ticket}` });
    const cards = () =>
      Promise.all(Array.from({ length: 64 }, () => pageApi.card(headers, server.session.code)));
    expect(await countings(cards)).toBe(0);
  },
);

test("[L15] results are counted again after every change: a decision, a seat, words, a phase, whom a rebuttal was shown to", async () => {
  await using server = await startServer();
  const { host, ada, cyd, id } = await atResults(server);
  const asHost = () => results(server.asHost("/results"));
  const shown = (await asHost()).rebuttals[0]?.standing;

  expect(await cyd.send("rebuttal:seen", { ids: [id] })).toEqual(OK);
  // The server checks that once a second.
  const { now } = performance;
  vi.spyOn(performance, "now").mockImplementation(() => now.call(performance) + 1_000);
  expect(await countings(asHost)).toBe(1);
  expect((await asHost()).rebuttals[0]?.standing).toBeLessThan(shown ?? 0);

  await host.send("host:moderate", { rebuttalIds: [id], action: "hide" });
  expect((await asHost()).rebuttals).toEqual([]);
  await host.send("host:moderate", { rebuttalIds: [id], action: "show" });
  expect((await asHost()).rebuttals).toHaveLength(1);

  await host.send("host:remove", { participantIds: [cyd.participantId] });
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
  await using server = await startServer({ settings: { reveal: "staged", activities: { guess: {} } } });
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

test("[L15] a class that talks about a step for minutes is not counted again, and a deleted session is not kept", async () => {
  await using server = await startServer({ settings: { reveal: "staged" } });
  const due: (() => Promise<void>)[] = [];
  const { setTimeout: later } = globalThis;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((act: () => Promise<void>, delay?: number) => {
    if (delay === 60_000) due.push(act);
    return later(act, delay);
  }) as typeof setTimeout);
  const minute = () => Promise.all(due.splice(0).map((act) => act()));
  const { host, ada } = await atResults(server);
  const show = async (step: Step) => {
    await showStep(host, step);
    await ada.hearsResult((result) => result.step === step);
  };
  await show("before");
  const talk = async () => {
    await minute();
    await minute();
    await show("flow");
  };
  expect(await countings(talk)).toBe(0);
  await server.asHost("", { method: "DELETE" });
  await minute();
  expect(due).toEqual([]);
});

test("[L15] a reader who was overtaken by a step is given the kept results, and one of another phase is not", async () => {
  await using server = await startServer();
  await atResults(server);
  const store = createStore(server.database);
  const { id } = await server.database.reader.session.findFirstOrThrow();
  const session = (await store.sessions.byId(id)) as SessionRecord;
  const { version } = session;
  const parts = {
    store,
    ids: {
      uuid: randomUUID,
      key: randomUUID,
      draw: () => 0,
      ofWords: () => randomUUID(),
    },
  };
  expect(await countings(() => cachedResults(parts, session))).toBe(1);
  keepCache(store, { ...session, version: version + 1 });
  expect(await countings(() => cachedResults(parts, session))).toBe(0);
  expect(await countings(() => cachedResults(parts, { ...session, version: version + 1 }))).toBe(0);
  expect(await countings(() => cachedResults(parts, { ...session, phase: "after" }))).toBe(1);
  expect(await countings(() => cachedResults(parts, { ...session, version: version + 2 }))).toBe(1);
});

test("[L15] a vote is stored and answered while results are counted", async () => {
  await using server = await startServer();
  await atResults(server);
  const { code } = await server.open();
  const [host, dan] = await Promise.all([
    server.connect("host", { code }),
    server.connect("student", { code }),
  ]);
  await moveTo(host, "before");
  let hasVoted = false;
  counting.waits = () => !hasVoted;
  const counted = results(server.asStranger("/results"));
  await vi.waitUntil(() => counting.times === 1);
  expect(await dan.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  hasVoted = true;
  expect((await counted).paired.n).toBe(3);
});

test("[L15] results that the caller has are answered with 304 and no body, each audience's with a tag of its own", async () => {
  await using server = await startServer();
  const { host, ada } = await atResults(server);
  const tagOf = (response: Response) => response.headers.get("etag") ?? "";
  const [forHost, forClass] = [await server.asHost("/results"), await server.asStranger("/results")];
  expect(tagOf(forHost)).not.toBe(tagOf(forClass));

  const headers = { "if-none-match": `"another", ${tagOf(forClass)}` };
  const again = await server.asStranger("/results", { headers });
  expect([again.status, await again.text(), tagOf(again)]).toEqual([304, "", tagOf(forClass)]);
  // [L15] A browser keeps it, and asks each time.
  for (const { headers: sent } of [forHost, forClass, again])
    expect(sent.get("cache-control")).toBe("private, no-cache");
  // A proxy that compresses weakens it.
  const weak = { "if-none-match": `W/${tagOf(forClass)}` };
  expect((await server.asStranger("/results", { headers: weak })).status).toBe(304);
  expect((await server.asHost("/results", { headers })).status).toBe(200);

  // After a change that shows, and to those who may not read, it is no way in.
  await host.send("host:remove", { participantIds: [ada.participantId] });
  expect((await server.asStranger("/results", { headers })).status).toBe(200);
  await host.send("host:results", { kept: true });
  const star = { "if-none-match": "*" };
  const kept = await server.asStranger("/results", { headers: star });
  expect([kept.status, kept.headers.get("cache-control")]).toEqual([403, "no-store"]);
});
