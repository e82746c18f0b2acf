import { describe, expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Participation, StudentCard } from "#debate/protocol/pages.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { STANDING } from "#server/activities/pairs/seating.ts";
import { CLASS, closedClass, DAY, NOW } from "#tests/support/later-vote.ts";
import { ballot, OK, refused } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";

const resultsOf = async (server: TestServer, as: "host" | "class" = "host") =>
  (await (await server.asHost(`/results${as === "class" ? "?as=class" : ""}`)).json()) as Results;
const rowsOf = async (server: TestServer) =>
  (await (await server.asHost("/export?table=ballots&format=json")).json()).rows as { round: string }[];

describe("[P34] the later vote", () => {
  test("opens a day to a year after closing, for the same seats, and is counted once it has closed", async () => {
    const { server, host, seats, students, time, move } = await closedClass({});
    await using _ = server;
    const debated = { host: await resultsOf(server, "host"), class: await resultsOf(server, "class") };
    expect(debated.class.verdict.facts).toMatchObject({ kind: "won", winner: "for" });
    expect((await host.sync()).session.later).toEqual({
      planned: true,
      from: NOW + DAY,
      until: NOW + 365 * DAY,
    });
    time.now = NOW + DAY - 1;
    expect(await move("later")).toEqual(refused("wrong-phase"));
    time.now = NOW + 2 * DAY;
    await server.restart();
    expect(await move("later")).toMatchObject(OK);

    // No one new; those who took part find their seats by their tickets.
    const stranger = await server.asStranger("/join", { json: {} });
    expect([stranger.status, await stranger.json()]).toMatchObject([409, { error: { code: "closed" } }]);
    const again = await server.asStranger("/join", {
      json: {},
      headers: { cookie: `seat-${server.session.code}=${seats[0]?.ticket}` },
    });
    expect([again.status, (await again.json()).participantId]).toEqual([200, seats[0]?.participantId]);
    const [ada] = students;
    expect(await ada?.send("ballot:cast", { ...ballot("for", "later"), reason: "Still." })).toEqual(
      refused("forbidden"),
    );
    expect(await ada?.send("ballot:cast", ballot("against", "after", 9))).toEqual(refused("wrong-phase"));
    for (const [place, [, , choice]] of CLASS.entries())
      expect(await students[place]?.send("ballot:cast", ballot(choice, "later"))).toMatchObject(OK);

    // [P35] While it is open only how many have voted is told.
    const { later: _later, ...open } = (await host.sync()).session;
    expect(open).toMatchObject({ phase: "later", turnout: { round: "later", voted: 5 } });
    for (const client of [host, ...students])
      expect((await client.sync()).session.tally?.later).toBeUndefined();
    for (const as of ["host", "class"] as const) {
      const results = await resultsOf(server, as);
      expect(results).toEqual({ ...results, ...debated[as], phase: "later" });
      expect(results).not.toHaveProperty("later");
    }
    expect((await rowsOf(server)).some(({ round }) => round === "later")).toBe(false);

    expect(await move("later-closed")).toMatchObject(OK);
    const { later, ...others } = await resultsOf(server, "class");
    expect(others).toEqual({ ...debated.class, phase: "later-closed" });
    expect(later).toMatchObject({
      tally: { round: "later", n: 5, for: 2, against: 2, undecided: 1 },
      paired: {
        ...{ from: "after", to: "later", n: 5 },
        matrix: [
          [2, 1, 1],
          [0, 1, 0],
          [0, 0, 0],
        ],
      },
      movers: { n: 3, kept: 1, back: 2, elsewhere: 0 },
    });
    expect(later?.margin?.points).toBeCloseTo((100 * -3) / 5, 9);
    expect((await rowsOf(server)).filter(({ round }) => round === "later")).toHaveLength(5);
    expect(await students[0]?.send("ballot:cast", ballot("against", "later", 2))).toEqual(refused("closed"));
    const record = (await (await server.asHost("/participation")).json()) as Participation;
    expect(record.rounds).toEqual(["before", "after", "later"]);
    expect(record.rows.every(({ voted }) => voted.later)).toBe(true);
    const csv = await (await server.asHost("/participation?format=csv")).text();
    expect(csv.split("\n")[0]).toContain("votedAfter,votedLater");
    const headers = { cookie: `seat-${server.session.code}=${seats[1]?.ticket}` };
    const card = (await (await server.asStranger("/card", { headers })).json()) as StudentCard;
    expect(card.votes.map(({ round, choice }) => [round, choice])).toEqual([
      ["before", "against"],
      ["after", "for"],
      ["later", "against"],
    ]);
    const mine = await (await server.asStranger("/mine", { headers })).json();
    expect(mine.ballots.map(({ round }: { round: string }) => round).sort()).toEqual([
      "after",
      "before",
      "later",
    ]);
    // A vote that was closed by mistake opens again, and nothing of it is told meanwhile.
    expect(await move("results")).toEqual(refused("wrong-phase"));
    expect(await move("later")).toMatchObject(OK);
    expect(await resultsOf(server)).not.toHaveProperty("later");
  });

  test("[V9] [Z18] of an anonymous class is told to no one, and never opens again", async () => {
    const { server, host, students, time, move } = await closedClass({ identity: "anonymous" });
    await using _ = server;
    const debated = await resultsOf(server, "class");
    time.now = NOW + 7 * DAY;
    await move("later");
    for (const [place, [, , choice]] of CLASS.entries())
      await students[place]?.send("ballot:cast", ballot(choice, "later"));
    // Opened by mistake: back, and forth, tells nothing either.
    await move("closed");
    for (const path of ["/results", "/export?table=ballots&format=json"])
      expect(await (await server.asHost(path)).text()).not.toContain('"later"');
    expect((await host.sync()).session.later).toMatchObject({ from: NOW + DAY });
    await move("later");
    for (const path of ["/results", "/export?table=ballots&format=json", "/export?table=events&format=csv"]) {
      const told = await (await server.asHost(path)).text();
      expect(told).not.toMatch(/"round":"later"|"movers":\{"n"/u);
    }
    expect((await host.sync()).session.tally?.later).toBeUndefined();
    expect((await server.asHost("/participation")).status).toBe(403);
    await move("later-closed");
    const told = await resultsOf(server, "class");
    expect(await resultsOf(server)).toEqual(told);
    expect((await host.sync()).session).not.toHaveProperty("tally");
    expect(told.later).toBeNull();
    expect(told.withheld).toContain("later");
    const { later: _l, withheld: _w, ...others } = told;
    const { withheld: __, ...before } = debated;
    expect(others).toEqual({ ...before, phase: "later-closed" });
    for (const to of ["later", "closed", "results"] as const)
      expect(await move(to)).toEqual(refused("wrong-phase"));
  });

  test("[Z19] of an anonymous class whose flow is told is in no file, and neither is the one after reading: a row would link more votes of one person than its class is told", async () => {
    const ways = [
      ...Array(4).fill(["against", "for", "for"]),
      ...Array(4).fill(["for", "against", "against"]),
    ];
    const settings = { identity: "anonymous", questions: { readingVote: true } } as const;
    const { server, students, time, move } = await closedClass(settings, ways);
    await using _ = server;
    time.now = NOW + 7 * DAY;
    await move("later");
    for (const [place, [, , choice]] of ways.entries())
      await students[place]?.send("ballot:cast", ballot(choice, "later"));
    await move("later-closed");
    const results = await resultsOf(server);
    expect([results.paired.matrix?.[0], results.legs[0]?.n]).toEqual([[0, 4, 0], 8]);
    expect(new Set((await rowsOf(server)).map(({ round }) => round))).toEqual(new Set(["before", "after"]));
    expect(await rowsOf(server)).toHaveLength(16);
  });

  test("is planned after closing, dropped again, and not opened without a plan", async () => {
    const { server, host, time, move } = await closedClass({ activities: {} });
    await using _ = server;
    time.now = NOW + 2 * DAY;
    expect(await move("later")).toEqual(refused("wrong-phase"));
    expect(await host.send("host:later-vote", { planned: true })).toEqual(OK);
    expect((await host.sync()).session.later?.planned).toBe(true);
    const dates = [{ phase: "later" as const, at: "2026-12-20T08:00" }];
    expect(await host.send("host:dates", { schedule: { zone: "Asia/Tokyo", dates } })).toMatchObject(OK);
    expect(await host.send("host:later-vote", { planned: false })).toEqual(OK);
    // Its date goes with it.
    expect((await host.sync()).session.schedule).toBeUndefined();
    expect(await move("later")).toEqual(refused("wrong-phase"));
    await host.send("host:later-vote", { planned: true });
    time.now = NOW + 366 * DAY;
    expect(await move("later")).toEqual(refused("wrong-phase"));
    time.now = NOW + 364 * DAY;
    expect(await move("later")).toMatchObject(OK);
    expect(await host.send("host:later-vote", { planned: false })).toEqual(refused("wrong-phase"));
  });

  test("[P35] pairs nobody by a vote that was opened by mistake", async () => {
    const { server, seats, students, time, move } = await closedClass({
      activities: { laterVote: {}, pairs: {} },
    });
    await using _ = server;
    const late = seats[0]?.participantId ?? "";
    await server.database.write((to) => to.ballot.deleteMany({ where: { participantId: late } }));
    time.now = NOW + 2 * DAY;
    await move("later");
    expect(await students[0]?.send("ballot:cast", ballot("for", "later"))).toMatchObject(OK);
    await move("closed");
    const standing = await server.database.reader.$queryRaw<{ id: string; choice: Choice | null }[]>(
      Prisma.sql`SELECT "id", ${STANDING} AS "choice" FROM "participant"`,
    );
    expect(standing.find(({ id }) => id === late)?.choice).toBeNull();
    expect(standing.filter(({ choice }) => choice === null)).toHaveLength(1);
  });
});
