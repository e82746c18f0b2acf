import { describe, expect, test } from "vitest";
import type { StudentCard } from "#debate/protocol/pages.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { cookieOf, mine } from "#tests/support/marked-lesson.ts";
import { entryOf } from "#tests/support/rebuttals.ts";
import type { Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const WHY = "It made me see that the fishing grounds matter more than the land.";
const HER_WORDS = "The islands feed three prefectures.";

/** Ada, Ben and Cyd wrote nearly the same, Ben twice; all of it stands together. Dan and Eva read it. */
async function together(given: GivenSettings = {}) {
  const settings = { identity: "named" as const, ...given };
  const server = await startServer({ settings });
  const names = ["Ada", "Ben", "Cyd", "Dan", "Eva"];
  const seats = [];
  for (const name of names) seats.push(await server.join(settings.identity === "named" ? name : undefined));
  const connected = seats.map(({ ticket }) => server.connect("student", { ticket }));
  const clients = (await Promise.all(connected)) as [Client, Client, Client, Client, Client];
  const [host, wall] = [await server.connect("host"), await server.connect("screen")];
  const [ada, ben, cyd, dan, eva] = clients;
  await moveTo(host, "before", settings);
  for (const client of clients) await client.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal", settings);
  const post = async (author: Client, body: string) => {
    const posted = rebuttal({ body });
    expect(await author.send("rebuttal:post", posted)).toMatchObject(OK);
    return posted.id;
  };
  const head = await post(ada, HER_WORDS);
  const same = [await post(ben, "one"), await post(ben, "two"), await post(cyd, "three")];
  const merge = async () => {
    for (const rebuttalId of same)
      expect(await host.send("host:merge", { rebuttalId, into: head })).toMatchObject(OK);
  };
  const seen = async (client: Client) => (await client.sync()).rebuttals.find(({ id }) => id === head);
  return {
    ...{ server, seats: seats as [Seat, Seat, Seat, Seat, Seat], clients, settings, head, same },
    ...{ host, wall, ada, ben, cyd, dan, eva, merge, seen },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const cardOf = async (server: TestServer, seat: Seat) =>
  (await (await server.asStranger("/card", { headers: cookieOf(server, seat) })).json()) as StudentCard;

describe("[R32] merging credits all authors at once", () => {
  test("students, host and projector see all authors' names, each once, right after a merge", async () => {
    await using room = await together();
    const { host, wall, ada, ben, dan, head, same, merge, seen } = room;
    const { cursor } = await dan.sync();
    await merge();
    await dan.hearsRebuttals(
      (batch) =>
        batch.cursor > cursor && batch.changed.some((each) => each.id === head && each.with?.length === 2),
    );
    await host.send("host:wall", { show: { rebuttalId: head } });
    await wall.sees((snapshot) => typeof snapshot.wall === "object");
    for (const client of [host, wall, dan, ben])
      expect(await seen(client)).toMatchObject({ by: "Ada", with: ["Ben", "Cyd"], merged: 3 });
    expect(await seen(ada)).toMatchObject({ by: "you", with: ["Ben", "Cyd"] });

    // Undone by one message each, they stand for themselves, and the names are gone.
    for (const rebuttalId of same) await host.send("host:merge", { rebuttalId, into: null });
    expect(await seen(dan)).not.toHaveProperty("with");
  });

  test("each one's card and the record of participation count what it received, never one's own", async () => {
    await using room = await together();
    const { server, settings, host, clients, seats, head, same, merge } = room;
    const [, ben, , dan, eva] = clients;
    for (const [reader, rebuttalId] of [
      [dan, head],
      [eva, same[0]],
      [ben, head],
    ] as const)
      expect(await reader.send("rebuttal:endorse", { rebuttalId: rebuttalId ?? "", on: true })).toMatchObject(
        OK,
      );
    await moveTo(host, "after", settings);
    for (const [voter, rebuttalId] of [
      [dan, same[2]],
      [ben, head],
    ] as const) {
      const credit = { rebuttalId, without: "for" as const, why: WHY };
      expect(await voter.send("ballot:cast", { ...ballot("against", "after"), credit })).toMatchObject(OK);
    }
    await merge();
    await moveTo(host, "results", settings);
    // Dan and Eva found it persuasive, and it moved Dan; Ben's of his own count for no one.
    for (const [at, written] of [1, 2, 1].entries()) {
      const { rebuttals, credits } = await cardOf(server, seats[at] as Seat);
      expect(rebuttals).toHaveLength(written);
      for (const { reception } of rebuttals) expect(reception).toMatchObject({ endorsed: 2, credits: 1 });
      expect(credits).toBe(1);
    }
    const { rows } = await (await server.asHost("/participation?format=json")).json();
    const received = rows.map((row: { name: string; endorsementsReceived: number; credits: number }) => [
      row.name,
      row.endorsementsReceived,
      row.credits,
    ]);
    expect(received).toEqual([
      ["Ada", 2, 1],
      ["Ben", 2, 1],
      ["Cyd", 2, 1],
      ["Dan", 0, 0],
      ["Eva", 0, 0],
    ]);
    // [V10] Results name no one.
    expect(await (await server.asHost("/results")).text()).not.toMatch(/Ada|Ben|Cyd/u);
  });

  test("[G1] [G2] [G3] [B4] the name of an author who is removed, or deletes words or seat, goes at once", async () => {
    await using room = await together();
    const { server, host, dan, ben, seats, merge, seen } = room;
    const [ada, hisSeat, cyd] = seats;
    await merge();
    // Nor does one's download have the names of the others.
    expect(await (await mine(server, ada)).text()).not.toMatch(/Ben|Cyd/u);
    expect(await (await mine(server, hisSeat)).text()).not.toMatch(/Ada|Cyd/u);

    const removed = await host.send("host:remove", { participantIds: [cyd.participantId] });
    expect((await seen(dan))?.with).toEqual(["Ben"]);
    await host.send("host:undo", { entries: [entryOf(removed)] });
    expect((await seen(dan))?.with).toEqual(["Ben", "Cyd"]);
    const { cursor } = await dan.sync();
    expect((await mine(server, cyd, "seat")).ok).toBe(true);
    const heard = await dan.hearsRebuttals((batch) => batch.cursor > cursor && batch.changed.length > 0);
    expect(heard.changed).toMatchObject([{ by: "Ada", with: ["Ben"], merged: 2 }]);
    expect(await ben.raw("sync", {})).toMatchObject(OK);
    expect((await mine(server, hisSeat, "words")).ok).toBe(true);
    expect(await seen(dan)).not.toHaveProperty("with");
    expect(await seen(dan)).not.toHaveProperty("merged");
  });

  test("[V6] an anonymous class is told how many were merged, and never who", async () => {
    await using room = await together({ identity: "anonymous" });
    const { host, dan, ben, merge, seen } = room;
    await merge();
    for (const client of [host, dan, ben]) {
      const rebuttal = await seen(client);
      expect(rebuttal).toMatchObject({ merged: 3 });
      for (const named of ["by", "with", "withCount"]) expect(rebuttal).not.toHaveProperty(named);
    }
  });
});
