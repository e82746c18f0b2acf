import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { StoredSlip } from "#debate/rules/paper.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const type = (server: TestServer, ...votes: object[]) => {
  const slips = votes.map((slip) => ({ id: randomUUID(), ...slip }));
  return server.asHost("/paper", { json: { slips } });
};
const typed = async (response: Response) => ((await response.json()) as { slips: StoredSlip[] }).slips;
const results = async (server: TestServer): Promise<Results> => (await server.asHost("/results")).json();

async function inBefore(settings: GivenSettings = {}) {
  const server = await startServer({ settings });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before", settings);
  return { server, host, ada };
}

describe("[Y8] votes on paper", () => {
  test("[Y10] count like those of phones, and the results say how many they were", async () => {
    const { server, host, ada } = await inBefore();
    await using _ = server;
    expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);
    const first = await typed(await type(server, { before: "for" }, { before: "against" }));
    expect(first.map(({ number, before }) => [number, before])).toEqual([
      [1, "for"],
      [2, "against"],
    ]);
    await host.sees(({ joined, turnout }) => joined === 3 && turnout.voted === 3);
    await moveTo(host, "after");
    // The same slips, with their second votes.
    for (const { id } of first) expect((await type(server, { id, after: "for" })).status).toBe(201);
    expect(await ada.send("ballot:cast", ballot("undecided", "after"))).toMatchObject(OK);
    await moveTo(host, "results");
    const { rounds, paired, onPaper } = await results(server);
    expect(rounds[0]).toMatchObject({ for: 2, against: 1, n: 3 });
    expect(paired).toMatchObject({
      n: 3,
      matrix: [
        [1, 0, 1],
        [1, 0, 0],
        [0, 0, 0],
      ],
    });
    expect(onPaper).toBe(2);
  });

  test("[Y9] a slip that was deleted in another tab does not come back when it is changed", async () => {
    const { server } = await inBefore();
    await using _ = server;
    const [kept, slip] = await typed(await type(server, { before: "for" }, { before: "against" }));
    const change = (...ids: (string | undefined)[]) =>
      server.asHost("/paper", {
        json: { slips: ids.map((id) => ({ id, before: "undecided" })), change: true },
      });
    expect(await typed(await change(kept?.id))).toEqual([{ ...kept, before: "undecided" }, slip]);
    await server.asHost(`/paper/${slip?.id}`, { method: "DELETE" });
    const refused = await change(kept?.id, slip?.id);
    expect([refused.status, (await refused.json()).error.code]).toEqual([404, "not-found"]);
    expect(await typed(await server.asHost("/paper"))).toEqual([{ ...kept, before: "undecided" }]);
  });

  test("sent twice are one slip, and a student's seat is none", async () => {
    const { server, ada } = await inBefore();
    await using _ = server;
    const slip = { id: randomUUID(), before: "for" };
    for (const before of ["for", "against"]) await type(server, { ...slip, before });
    expect(await typed(await server.asHost("/paper"))).toEqual([
      { id: slip.id, number: 1, before: "against" },
    ]);
    const { participantId } = (await ada.sync()).you ?? {};
    expect((await type(server, { id: participantId, before: "for" })).status).toBe(409);
    expect((await ada.sync()).you?.ballots).toEqual({});
  });
});

describe("[Y9] votes on paper are taken", () => {
  test("of rounds that have begun, and not once there are results", async () => {
    const { server, host } = await inBefore();
    await using _ = server;
    expect((await type(server, { after: "for" })).status).toBe(409);
    expect((await type(server, { before: "for" }, { before: "for", after: "for" })).status).toBe(409);
    const [slip] = await typed(await type(server, { before: "for" }));
    await moveTo(host, "results");
    expect((await type(server, { before: "for" })).status).toBe(409);
    expect((await server.asHost(`/paper/${slip?.id}`, { method: "DELETE" })).status).toBe(409);
    // Voting again: so is voting on paper.
    await moveTo(host, "after");
    expect((await type(server, { before: "for", after: "for" })).status).toBe(201);
  });

  test("[Y9] [Z11] not once a class was told its results, until it goes back to a vote", async () => {
    const settings = { activities: { steelman: {} } };
    const { server, host } = await inBefore(settings);
    await using _ = server;
    const [slip] = await typed(await type(server, { before: "for" }));
    await moveTo(host, "steelman", settings);
    expect((await type(server, { before: "for", after: "against" })).status).toBe(201);
    await moveTo(host, "results", settings);
    const told = async (): Promise<Results> => (await server.asStranger("/results")).json();
    const first = await told();
    await moveTo(host, "steelman", settings);
    const refused = await type(server, { before: "for" });
    expect([refused.status, (await refused.json()).error.code]).toEqual([409, "wrong-phase"]);
    expect((await server.asHost(`/paper/${slip?.id}`, { method: "DELETE" })).status).toBe(409);
    await moveTo(host, "results", settings);
    expect(await told()).toEqual(first);
    await moveTo(host, "after", settings);
    expect((await type(server, { before: "for" })).status).toBe(201);
  });

  test("[Z18] of an anonymous class whose groups the host could fill up with them withhold the flow, as the open code does", async () => {
    const settings = { identity: "anonymous", entry: "personal" } as const;
    for (const onPaper of [true, false]) {
      await using server = await startServer({ settings });
      const host = await server.connect("host");
      const made = await server.asHost("/passes", { json: { count: 8 } });
      const { passes } = (await made.json()) as { passes: { code: string }[] };
      const students = [];
      for (const { code: pass } of passes) {
        const seat = await server.asStranger("/join", { json: { pass, claim: randomUUID() } });
        students.push(await server.connect("student", { ticket: (await seat.json()).ticket }));
      }
      const choice = (index: number) => (index < 4 ? "for" : "against");
      await moveTo(host, "before", settings);
      for (const [index, each] of students.entries()) await each.send("ballot:cast", ballot(choice(index)));
      if (onPaper) await type(server, ...Array.from({ length: 4 }, () => ({ before: "for" })));
      await moveTo(host, "after", settings);
      for (const [index, each] of students.entries())
        await each.send("ballot:cast", ballot(choice(index), "after"));
      await moveTo(host, "results", settings);
      expect((await results(server)).withheld.includes("flow")).toBe(onPaper);
    }
  });

  test("up to 100 at once, and 400 in a session", async () => {
    const { server } = await inBefore();
    await using _ = server;
    const slips = Array.from({ length: 100 }, () => ({ before: "for" }));
    expect((await type(server, ...slips, { before: "for" })).status).toBe(400);
    for (let times = 0; times < 4; times += 1) expect((await type(server, ...slips)).status).toBe(201);
    expect((await type(server, { before: "for" })).status).toBe(429);
  });
});
