import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { PhonePage } from "#debate/protocol/pages.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A class that sits in pairs, every other student For. */
async function paired(server: TestServer, size: number, settings: Partial<Settings> = {}) {
  const course = { pairs: "after", ...settings } as const;
  const { code } = await server.open(course);
  const host = await server.connect("host", { code });
  const seats = await Promise.all(Array.from({ length: size }, () => server.join(undefined, code)));
  const students: Client[] = [];
  for (const { ticket } of seats) students.push(await server.connect("student", { code, ticket }));
  await moveTo(host, "before", course);
  for (const [place, student] of students.entries())
    expect(await student.send("ballot:cast", ballot(place % 2 ? "for" : "against"))).toMatchObject(OK);
  await moveTo(host, "pairs", course);
  await host.hearsRoster(({ connected }) => connected === size);
  expect(await host.send("host:pairs", { act: "make" })).toEqual(OK);
  return { code, course, host, seats, students: students as [Client, Client, ...Client[]] };
}

const tableOf = async (client: Client) => {
  const pair = (await client.sync()).you?.pair;
  return pair && pair !== "away" ? pair : null;
};
const told = (client: Client) => client.hearsMine(({ pair }) => pair !== undefined);

test("[P25] a phone that looked at another phase has its table again when the class comes back", async () => {
  await using server = await startServer();
  const { host, course, students } = await paired(server, 2);
  const [ada] = students;
  const table = await tableOf(ada);
  await moveTo(host, "after", course);
  expect((await ada.sync()).you).not.toHaveProperty("pair");
  ada.heard.length = 0;
  await moveTo(host, "pairs", course);
  expect(await told(ada)).toMatchObject({ pair: table });
  // [P24] So has one that asks for a place that it has.
  ada.heard.length = 0;
  expect(await ada.send("pairs:join", {})).toEqual(OK);
  expect(await told(ada)).toMatchObject({ pair: table });
});

test.each(["removed", "deleted"] as const)(
  "[P24] whose partner was %s in another phase is not alone when the class comes back",
  async (how) => {
    await using server = await startServer();
    const { code, host, course, seats, students } = await paired(server, 4);
    await moveTo(host, "rebuttal", course);
    const [gone] = seats;
    if (how === "removed") await host.send("host:remove", { participantId: gone?.participantId ?? "" });
    else
      await server.request(`/api/sessions/${code}/participants/${gone?.participantId}?scope=seat`, {
        method: "DELETE",
        headers: { cookie: server.cookie },
      });
    await moveTo(host, "pairs", course);
    const tables = await Promise.all(students.slice(1).map(tableOf));
    expect(tables.map((table) => table?.partners.length)).toEqual([2, 2, 2]);
    expect(JSON.stringify(tables)).not.toContain(gone?.name);
    expect((await host.sync()).session.pairs).toMatchObject({ tables: 1, alone: 0 });
  },
);

test("[P27] [W13] a line that is written while a page loads is on it once it is connected", async () => {
  await using server = await startServer();
  const { code, seats, students } = await paired(server, 2, { pairsBy: "text" });
  const [ada, bob] = students;
  const { ticket } = seats[1] ?? {};
  bob.close();
  const headers = { cookie: `seat-${code}=${ticket}` };
  const { seat } = (await (
    await server.request(`/api/sessions/${code}/phone`, { headers })
  ).json()) as PhonePage;
  if (!seat || seat === "removed") throw new Error("no seat");
  expect(seat.you.pair).toMatchObject({ lines: [] });
  expect(await ada.send("pairs:say", { id: randomUUID(), body: "Trade keeps peace." })).toMatchObject(OK);
  const again = await server.connect("student", { code, ticket: ticket ?? "", version: seat.version });
  expect(await again.hears("synced")).toMatchObject({
    you: { pair: { lines: [{ body: "Trade keeps peace." }] } },
  });
});
