import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { paired, partnerOf, steer, tableOf } from "#tests/support/pairs.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** A class in pairs, in which the first student can't find the partner. */
async function missing(server: TestServer, size: number, settings: GivenSettings = {}) {
  const room = await paired(server, size, settings);
  const [ada] = room.students;
  const found = await partnerOf(ada, room.students);
  expect(await ada.send("pairs:missing", { place: found.place })).toEqual(OK);
  const ids = { participantId: ada.participantId, partnerId: found.partner.participantId };
  return { ...room, ...found, ada, ids };
}

async function assistantOf(server: TestServer, code: string): Promise<Client> {
  const made = await server.request(`/api/sessions/${code}/links/assistant`, {
    json: {},
    headers: { cookie: server.cookie },
  });
  const key = new URL(((await made.json()) as { url: string }).url).searchParams.get("key");
  return server.connect("host", { code, key }, { cookie: undefined });
}
const askedBy = async (client: Client) => (await tableOf(client)).asked;
const waiting = async (host: Client) => (await host.sync()).session.pairs?.missing;

describe("[P37] a student who can’t find a partner", () => {
  test("asks the partner’s phone and the host, and everyone keeps their place", async () => {
    await using server = await startServer();
    const { host, students, ada, partner, place, table, ids } = await missing(server, 4);
    await partner.hearsMine(({ pair }) => typeof pair === "object" && pair.missed === true);
    expect(await askedBy(ada)).toEqual({ place, state: "waiting" });
    expect(await waiting(host)).toEqual([{ table, ...ids }]);
    for (const each of students) expect((await tableOf(each)).partners).toHaveLength(1);
    const log = await host.hearsLog((entries) => entries.some(({ kind }) => kind === "pair-missing"));
    expect(log[0]).toMatchObject({ actor: "participant", kind: "pair-missing", detail: `${table}` });
  });

  test("asks once in each pairing: a repetition changes nothing, another request is refused", async () => {
    await using server = await startServer();
    const { host, students, ada, place } = await missing(server, 3);
    expect(await ada.send("pairs:missing", { place })).toEqual(OK);
    const other = (await tableOf(ada)).partners.find((each) => each.place !== place)?.place ?? 0;
    expect(await ada.send("pairs:missing", { place: other })).toEqual(refused("too-many"));
    expect(await ada.send("pairs:missing", { place, on: false })).toEqual(OK);
    expect(await ada.send("pairs:missing", { place })).toEqual(refused("too-many"));
    expect(await waiting(host)).toEqual([]);
    await steer(host, "make");
    const again = await partnerOf(ada, students);
    expect(await askedBy(ada)).toBeUndefined();
    expect(await ada.send("pairs:missing", { place: again.place })).toEqual(OK);
  });

  test("is answered the same whether the partner is connected or not, so that requests tell no one’s presence", async () => {
    await using server = await startServer();
    const { host, students } = await paired(server, 4, {
      activities: { pairs: { when: "instead", by: "voice" } },
    });
    const [ada] = students;
    const absent = await partnerOf(ada, students);
    const { partner } = absent;
    const [bob, cyd] = students.filter((each) => each !== ada && each !== partner) as [Client, Client];
    const present = await partnerOf(bob, [bob, cyd]);
    partner.close();
    await host.hearsRoster(({ connected }) => connected === 3);
    expect(await ada.send("pairs:missing", { place: absent.place })).toEqual(OK);
    expect(await bob.send("pairs:missing", { place: present.place })).toEqual(OK);
    expect(await askedBy(ada)).toEqual({ place: absent.place, state: "waiting" });
    expect(await askedBy(bob)).toEqual({ place: present.place, state: "waiting" });
    expect(await tableOf(cyd)).toMatchObject({ missed: true });
    expect(await waiting(host)).toHaveLength(2);
    for (const each of [ada, bob]) expect((await tableOf(each)).partners).toHaveLength(1);
  });
});

describe("[P38] a request ends", () => {
  test("when the partner says that they are there, which the asking phone shows", async () => {
    await using server = await startServer();
    const { host, ada, partner, place } = await missing(server, 4);
    expect(await ada.send("pairs:here", {})).toEqual(refused("not-found"));
    expect(await partner.send("pairs:here", {})).toEqual(OK);
    await ada.hearsMine(({ pair }) => typeof pair === "object" && pair.asked?.state === "here");
    expect(await askedBy(ada)).toEqual({ place, state: "here" });
    expect(await tableOf(partner)).not.toHaveProperty("missed");
    expect(await waiting(host)).toEqual([]);
    expect(await partner.send("pairs:here", {})).toEqual(refused("not-found"));
    await host.hearsLog((log) => log.some(({ kind }) => kind === "pair-here"));
  });

  test("when the host finds another partner: the one who is missing comes back later", async () => {
    await using server = await startServer();
    const { host, ada, partner, ids } = await missing(server, 4);
    expect(await host.send("host:pairs-missing", { ...ids, action: "replace" })).toEqual(OK);
    await partner.hearsMine(({ pair }) => pair === "away");
    expect((await tableOf(ada)).partners).toHaveLength(2);
    expect(await askedBy(ada)).toEqual({ state: "over" });
    expect(await host.send("host:pairs-missing", { ...ids, action: "replace" })).toEqual(
      refused("not-found"),
    );
    await host.hearsLog((log) => log.some(({ kind, actor }) => kind === "pair-replaced" && actor === "host"));
    await partner.send("pairs:join", {});
    expect((await tableOf(partner)).partners).toHaveLength(1);
  });

  test("when the host removes the partner, and when the class moves", async () => {
    await using server = await startServer();
    const { host, course, students, ada, partner, ids } = await missing(server, 4, {
      activities: { pairs: { when: "after", by: "voice" } },
    });
    await host.send("host:remove", { participantIds: [partner.participantId] });
    await ada.hearsMine(({ pair }) => typeof pair === "object" && pair.partners.length === 2);
    expect(await waiting(host)).toEqual([]);
    expect(await host.send("host:pairs-missing", { ...ids, action: "stay" })).toEqual(refused("not-found"));
    const bob = students.find((each) => each !== ada && each !== partner) as Client;
    const [next] = (await tableOf(bob)).partners;
    expect(await bob.send("pairs:missing", { place: next?.place ?? 0 })).toEqual(OK);
    expect(await waiting(host)).toHaveLength(1);
    await moveTo(host, "after", course);
    await moveTo(host, "pairs", course);
    expect(await waiting(host)).toEqual([]);
    expect(await askedBy(bob)).toMatchObject({ state: "over" });
    expect(await bob.send("pairs:missing", { place: next?.place ?? 0 })).toEqual(refused("too-many"));
  });
});

describe("[P39] of a request", () => {
  test("[P40] an assistant of a pseudonymous class sees the table alone, and not who sits where", async () => {
    await using server = await startServer();
    const { code, host, ids, table } = await missing(server, 2, { identity: "pseudonym" });
    const assistant = await assistantOf(server, code);
    expect(await waiting(assistant)).toEqual([{ table }]);
    const told = async (client: Client) => (await client.sync()).roster?.seats.map((seat) => seat.table);
    expect(await told(assistant)).toEqual([undefined, undefined]);
    expect(await told(host)).toEqual([1, 1]);
    expect(await waiting(host)).toEqual([{ table, ...ids }]);
    const log = await assistant.hearsLog((entries) => entries.length > 0).catch(() => []);
    for (const each of (await assistant.sync()).roster?.seats ?? [])
      expect(JSON.stringify(log)).not.toContain(each.name);
  });
});

test("[P40] partners in writing know each other’s pseudonyms, and in a named class their names", async () => {
  await using server = await startServer();
  for (const settings of [
    { identity: "pseudonym", activities: { pairs: { when: "instead", by: "text" } } },
    { identity: "named", activities: { pairs: { when: "instead", by: "voice" } } },
  ] as const) {
    const { students } = await paired(server, 2, settings);
    const [ada, bob] = students;
    expect((await tableOf(ada)).partners[0]?.name).toBe((await bob.sync()).you?.name);
  }
});

test("[P41] who voted in time sees sides also after changing tables, and who voted late once the class is paired again", async () => {
  await using server = await startServer();
  const { enter, host, course, students } = await paired(server, 2);
  const eva = await enter("Eva");
  await moveTo(host, "before", course);
  await eva.send("ballot:cast", { round: "before", choice: "for", seq: 1 });
  await moveTo(host, "pairs", course);
  expect(await eva.send("pairs:join", {})).toEqual(OK);
  for (const { choice } of (await tableOf(eva)).partners) expect(choice).toBeUndefined();
  for (const each of students)
    for (const { choice } of (await tableOf(each)).partners) expect(choice).toMatch(/for|against/u);
  await steer(host, "make");
  for (const { choice } of (await tableOf(eva)).partners) expect(choice).toMatch(/for|against/u);
});
