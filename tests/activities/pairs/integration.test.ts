import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { as, atPairs, paired, pairOf, steer, tableOf, tablesOf } from "#tests/support/pairs.ts";
import { restoreSeat } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

describe("[P22] pairs", () => {
  test("are made by the host alone, in their phase, and phones ask in vain before that", async () => {
    await using server = await startServer();
    const { code, host, course, students } = await atPairs(server, ["for", "against"]);
    const [ada] = students;
    expect(await ada.send("pairs:join", {})).toEqual(refused("wrong-phase"));
    expect(await ada.raw("host:pairs", { act: "make" })).toEqual(refused("forbidden"));
    expect(await steer(host, "start")).toEqual(refused("wrong-phase"));
    const made = await server.request(`/api/sessions/${code}/links/assistant`, {
      json: {},
      headers: { cookie: server.cookie },
    });
    const key = new URL(((await made.json()) as { url: string }).url).searchParams.get("key");
    const assistant = await server.connect("host", { code, key }, { cookie: undefined });
    expect(await steer(assistant, "make")).toEqual(refused("forbidden"));
    await moveTo(host, "after", course);
    expect(await steer(host, "make")).toEqual(refused("wrong-phase"));
  });
});

describe("[P23] [P26] the groups", () => {
  test("mix by the newest vote; each student learns the table, the partner's name and vote", async () => {
    await using server = await startServer();
    const { host, students } = await paired(server, 4, { identity: "named" });
    for (const [n, student] of students.entries()) {
      const { partners, table } = await tableOf(student);
      expect(partners).toHaveLength(1);
      expect(partners[0]?.choice).toBe(n % 2 === 0 ? "for" : "against");
      const { name = "" } = (await student.sync()).you ?? {};
      const others = await Promise.all(students.map(tableOf));
      expect(
        others.filter((other) => other.table === table && other.partners[0]?.name === name),
      ).toHaveLength(1);
    }
    const { seats } = await host.hearsRoster((roster) =>
      roster.seats.every(({ table }) => table !== undefined),
    );
    expect(seats.map(({ table }) => table).toSorted()).toEqual([1, 1, 2, 2]);
    await host.sees(({ pairs }) => pairs?.tables === 2);
  });

  test("hold only people who are connected, an odd number in a three, and who is undecided or has no vote", async () => {
    await using server = await startServer();
    const { host, students } = await atPairs(server, ["for", "against", "undecided", null, "for"]);
    const [ada, bob, cyd, dan, eva] = students;
    eva.close();
    await host.hearsRoster(({ connected }) => connected === 4);
    await steer(host, "make");
    expect(new Set(await tablesOf([ada, bob, cyd, dan])).size).toBe(2);
    await steer(host, "make");
    const late = await server.connect("student", {
      ...{
        code: (eva.socket.auth as { code: string }).code,
        ticket: (eva.socket.auth as { ticket: string }).ticket,
      },
    });
    expect(await pairOf(late)).toBeUndefined();
    expect(await late.send("pairs:join", {})).toEqual(OK);
    expect((await tableOf(late)).partners).toHaveLength(2);
  });
});

describe("[P24] who leaves, comes late or comes back", () => {
  test("a removed or deleted partner leaves no one alone, and a restored one gets a place", async () => {
    await using server = await startServer();
    const { code, host, students } = await atPairs(server, ["for", "against", "for", "against"]);
    await steer(host, "make");
    const [ada] = students;
    const { table } = await tableOf(ada);
    const partner = students.find((each) => each !== ada && each.heard.length > 0) as Client;
    const tables = await tablesOf(students);
    const hers = students[tables.findIndex((each, n) => each === table && n > 0)] ?? partner;
    await host.send("host:remove", { participantIds: [hers.participantId] });
    await ada.hearsMine(({ pair }) => typeof pair === "object" && pair.partners.length === 2);
    const { table: now, partners } = await tableOf(ada);
    expect(partners).toHaveLength(2);
    await restoreSeat(host);
    const ticket = (hers.socket.auth as { ticket: string }).ticket;
    const back = await server.connect("student", { code, ticket });
    expect(await pairOf(back)).toBeUndefined();
    expect(await back.send("pairs:join", {})).toEqual(OK);
    // All sat in one three: now there are two twos.
    expect((await tableOf(back)).partners).toHaveLength(1);
    expect((await tableOf(ada)).partners).toHaveLength(1);
    await server.request(`/api/sessions/${code}/mine?scope=seat`, { method: "DELETE", ...as(code, back) });
    expect((await tableOf(ada)).partners).toHaveLength(2);
    expect(now).toBeGreaterThan(0);
  });
});

test("[Q10] [P26] a corrected name reaches the partner's phone", async () => {
  await using server = await startServer();
  const { code, students } = await paired(server, 2, { identity: "named" });
  const [ada, bob] = students;
  const participantId = (await ada.sync()).you?.participantId;
  const path = `/api/sessions/${code}/seats/${participantId}/name`;
  const renamed = await server.asInstructor(path, { method: "PUT", json: { name: "Ada Lovelace" } });
  expect(renamed.status).toBe(204);
  await bob.hearsMine(({ pair }) => JSON.stringify(pair).includes("Ada Lovelace"));
  await ada.hearsMine(({ name }) => name === "Ada Lovelace");
});

test("[P25] the script begins with the timer of the phase, which closes nothing, and ends with the phase", async () => {
  await using server = await startServer();
  const { host, course, students } = await atPairs(server, ["for", "against"]);
  await steer(host, "make");
  expect(await steer(host, "start")).toEqual(OK);
  const [ada] = students;
  const { pairs, phaseEndsAt, timerCloses } = await ada.sees(
    (session) => session.pairs?.startedAt !== undefined,
  );
  expect([(phaseEndsAt ?? 0) - (pairs?.startedAt ?? 0), timerCloses]).toEqual([300_000, false]);
  expect(await steer(host, "stop")).toEqual(OK);
  expect((await host.sync()).session).not.toHaveProperty("phaseEndsAt");
  await steer(host, "start");
  const { table } = await tableOf(ada);
  await moveTo(host, "after", course);
  expect((await ada.sync()).you).not.toHaveProperty("pair");
  await moveTo(host, "pairs", course);
  const { session, you } = await ada.sync();
  expect(session.pairs).toMatchObject({ madeAt: pairs?.madeAt });
  expect(session.pairs).not.toHaveProperty("startedAt");
  // Whoever sat together still does.
  expect(you?.pair).toMatchObject({ table });
});
