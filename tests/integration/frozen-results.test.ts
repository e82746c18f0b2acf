import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { CLASS, closedClass, DAY, NOW } from "#tests/support/later-vote.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { connectAssistant } from "#tests/support/steelman.ts";

test("[Z11] what was counted before voting opened again is not kept, also once results are shown again", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const { classResults, sessions } = createStore(server.database);
  const session = async () => {
    const found = await sessions.byCode(server.session.code);
    if (!found) throw new Error("no session");
    return found;
  };
  await moveTo(host, "results");
  const counted = await session();
  await moveTo(host, "after");
  await moveTo(host, "results");
  expect(await classResults.keep(counted, "before")).toBeNull();
  const since = await classResults.of(counted.id);
  expect(since).toContain('"verdict"');
  // Closing after that does not begin anew.
  await moveTo(host, "closed");
  expect(await classResults.keep(await session(), "later")).toBe(since);
});

/** All that a class is told of its votes, by every way: results as anyone reads them, snapshots, and what the step shows. */
async function toldOf(server: TestServer, clients: readonly Client[]) {
  const { phase: _, code: __, ...results }: Results = await (await server.asStranger("/results")).json();
  const seen = await Promise.all(
    clients.map(async (client) => {
      const { session, result } = await client.sync();
      return { tally: session.tally, result };
    }),
  );
  return { results, seen };
}

test("[Z11] a class is told the same after a seat is removed and one deleted, and only its host sees the difference", async () => {
  const { server, host, seats, students } = await closedClass({ identity: "named" });
  await using _ = server;
  const assistant = await connectAssistant(server, server.session.code);
  const readers = [await server.connect("screen"), assistant, ...students.slice(2)];
  const first = await toldOf(server, readers);
  expect(first.results.rounds).toMatchObject([{ n: 5 }, { n: 5 }]);
  const before = { for: 1, against: 3, undecided: 1 };
  expect(first.seen[0]?.tally).toEqual({ before, after: { for: 4, against: 1, undecided: 0 } });
  const [ada, bob] = seats;
  expect(await host.send("host:remove", { participantIds: [ada?.participantId ?? ""] })).toMatchObject({
    ok: true,
  });
  expect(await toldOf(server, readers)).toEqual(first);
  await server.asHost(`/participants/${bob?.participantId}?scope=seat`, { method: "DELETE" });
  expect(await toldOf(server, readers)).toEqual(first);
  const forHost: Results = await (await server.asHost("/results")).json();
  expect(forHost.paired.n).toBe(3);
  expect((await host.sync()).session.tally).toMatchObject({ before: { against: 1 } });
  // A vote that opens makes the results new.
  await moveTo(host, "after");
  await moveTo(host, "results");
  const anew = await toldOf(server, readers);
  expect(anew.results.paired.n).toBe(3);
  expect(anew.seen[0]?.tally).toMatchObject({ before: { against: 1 } });
});

test("[Z11] [P35] a later vote stays as the class was first told it, until it opens again", async () => {
  const { server, seats, students, time, move } = await closedClass({});
  await using _ = server;
  time.now = NOW + 2 * DAY;
  await move("later");
  for (const [place, [, , choice]] of CLASS.entries())
    await students[place]?.send("ballot:cast", ballot(choice, "later"));
  await move("later-closed");
  const told = async () => {
    const { later, rounds }: Results = await (await server.asStranger("/results")).json();
    return { later, rounds, tally: (await students[1]?.sync())?.session.tally };
  };
  const first = await told();
  expect(first.later?.tally.n).toBe(5);
  expect(first.tally?.later).toEqual({ for: 2, against: 2, undecided: 1 });
  await server.asHost(`/participants/${seats[0]?.participantId}?scope=seat`, { method: "DELETE" });
  expect(await told()).toEqual(first);
  await move("later");
  expect(await told()).toMatchObject({ later: undefined, rounds: first.rounds });
  await move("later-closed");
  const anew = await told();
  expect(anew.later?.tally.n).toBe(4);
  expect(anew.rounds).toEqual(first.rounds);
});

test("[Z8] [Z11] a rounded flow is drawn once: an anonymous class reads the same after a restart, and once it is closed", async () => {
  const settings = { identity: "anonymous" } as const;
  await using server = await startServer({ settings });
  const [host, ...students] = await server.seats("host", ...Array<"student">(36).fill("student"));
  const vote = (round: "before" | "after", of: number) =>
    Promise.all(students.map((each, n) => each.send("ballot:cast", ballot(CHOICES[n % of] ?? "for", round))));
  await moveTo(host, "before", settings);
  await vote("before", 3);
  await moveTo(host, "after", settings);
  await vote("after", 2);
  await moveTo(host, "results", settings);
  const flow = async () => ((await (await server.asStranger("/results")).json()) as Results).paired;
  const first = await flow();
  expect(first).toMatchObject({ n: 36, matrix: null, rounded: expect.any(Array) });
  await moveTo(host, "closed", settings);
  expect(await flow()).toEqual(first);
  await server.restart();
  expect(await flow()).toEqual(first);
});

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
