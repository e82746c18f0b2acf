import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { keyIn, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const FIRST = { side: "for", n: 1, sentence: 1 } as const;
const unclear = (client: Client, on = true, place: object = FIRST) =>
  client.send("sentence:unclear", { ...FIRST, ...place, on });

/** A class at its reading: the host, and so many students with their seats. */
async function atReading(server: TestServer, count = 2) {
  const host = await server.connect("host");
  const seats = await Promise.all(
    Array.from({ length: count }, (_, index) => server.join(`Student ${index}`)),
  );
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  await moveTo(host, "reading");
  const [ada, bob] = students as [Client, Client];
  const [hers, his] = seats as [Seat, Seat];
  return { host, ada, bob, hers, his, seats, students };
}

const exported = async (server: TestServer, table: string) =>
  ((await (await server.asHost(`/export?table=${table}&format=json`)).json()) as { rows: object[] }).rows;

const guided = (settings: GivenSettings = {}) =>
  startServer({ settings: { activities: { reading: {} }, ...settings } });

describe("[X9] the side that the reading opens on", () => {
  test("is drawn for each seat, both sides occur, and stays on every sync and join", async () => {
    await using server = await guided();
    // Of 24 coins, all fall alike once in eight million times.
    const { students, ada, hers } = await atReading(server, 24);
    const drawn = await Promise.all(students.map(async (each) => (await each.sync()).you?.firstSide));
    expect(new Set(drawn)).toEqual(new Set(["for", "against"]));
    await server.restart();
    const again = await server.connect("student", { ticket: hers.ticket });
    expect((await again.sync()).you?.firstSide).toBe((await ada.sync()).you?.firstSide);
    expect(await exported(server, "participants")).toContainEqual(
      expect.objectContaining({ participant: hers.name, firstSide: drawn[0] }),
    );
    const began = (await exported(server, "reading")).slice(0, 2);
    expect(began).toEqual(
      (["for", "against"] as const).map((side) => ({
        ...{ what: "first", side, paragraph: null, sentence: null },
        count: drawn.filter((each) => each === side).length,
      })),
    );
  });
});

describe("[X10] what a class says of its reading", () => {
  test("is told to the host as numbers, live, and to no one else", async () => {
    await using server = await guided();
    const { host, ada, bob } = await atReading(server);
    expect(await ada.send("reading:done", { on: true })).toEqual(OK);
    expect(await unclear(ada)).toEqual(OK);
    expect(await unclear(ada)).toEqual(OK);
    expect(await unclear(bob)).toEqual(OK);
    expect(await unclear(bob, true, { side: "against", n: 2 })).toEqual(OK);
    const told = {
      both: 1,
      unclear: [
        { ...FIRST, count: 2 },
        { side: "against", n: 2, sentence: 1, count: 1 },
      ],
    };
    await host.sees(({ reading }) => reading?.unclear[0]?.count === 2 && reading.unclear.length === 2);
    expect((await host.sync()).session.reading).toEqual(told);
    expect((await ada.sync()).you).toMatchObject({ readBoth: true, unclear: [FIRST] });
    expect((await bob.sync()).session).not.toHaveProperty("reading");
    const { url } = (await (await server.asHost("/links/assistant", { method: "POST" })).json()) as {
      url: string;
    };
    const assistant = await server.connect("host", { key: keyIn(url) }, { cookie: undefined });
    expect((await assistant.sync()).session).not.toHaveProperty("reading");

    expect(await ada.send("reading:done", { on: false })).toEqual(OK);
    expect(await unclear(bob, false)).toEqual(OK);
    await host.sees(({ reading }) => reading?.both === 0 && reading.unclear[0]?.count === 1);
    expect(await exported(server, "reading")).toContainEqual({
      ...{ what: "unclear", side: "for", paragraph: 1, sentence: 1, count: 1 },
    });
  });

  test.each(["pseudonym", "named"] as const)(
    "is in no file beside a name: a %s session's table of participants doesn't have who has read both",
    async (identity) => {
      await using server = await guided({ identity });
      const { host, ada, hers } = await atReading(server);
      const before = await exported(server, "participants");
      await ada.send("reading:done", { on: true });
      await host.sees(({ reading }) => reading?.both === 1);
      const after = await exported(server, "participants");
      expect(after).toContainEqual(expect.objectContaining({ participant: hers.name }));
      expect(after).toEqual(before);
      expect(await exported(server, "reading")).toContainEqual(
        expect.objectContaining({ what: "both", count: 1 }),
      );
    },
  );

  test("is about sentences that there are, while positions are readable and before the results", async () => {
    await using server = await guided();
    const { host, ada } = await atReading(server);
    const { paragraphs } = BUILT_IN_DEBATE.positions[0];
    for (const place of [{ sentence: 1_000 }, { n: paragraphs.length + 1 }])
      expect(await unclear(ada, true, place)).toEqual(refused("not-found"));
    for (const place of [{ sentence: 0 }, { n: 1.5 }, { side: "undecided" }])
      expect(await unclear(ada, true, place)).toEqual(refused("malformed"));
    await moveTo(host, "after");
    expect(await unclear(ada)).toEqual(OK);
    await moveTo(host, "results");
    expect(await unclear(ada, false)).toEqual(refused("wrong-phase"));
    expect(await ada.send("reading:done", { on: true })).toEqual(refused("wrong-phase"));
    await moveTo(host, "before");
    expect(await ada.send("reading:done", { on: true })).toEqual(refused("wrong-phase"));
  });

  test("[V8] is exported from an anonymous session as numbers alone", async () => {
    await using server = await guided({ identity: "anonymous" });
    const { ada, host } = await atReading(server);
    await unclear(ada);
    await host.sees(({ reading }) => reading?.unclear.length === 1);
    const [seat] = await exported(server, "participants");
    expect(Object.keys(seat ?? {})).toEqual(["participant", "removed", "onPaper"]);
    expect((await exported(server, "reading")).at(-1)).toMatchObject({ what: "unclear", count: 1 });
  });

  test("[G1] [G3] is in the student's own file, and goes with the seat", async () => {
    await using server = await guided();
    const { host, ada, hers } = await atReading(server);
    await unclear(ada);
    await ada.send("reading:done", { on: true });
    const cookie = `seat-${server.session.code}=${hers.ticket}`;
    const mine = () => server.request(`/api/sessions/${server.session.code}/mine`, { headers: { cookie } });
    expect(await (await mine()).json()).toMatchObject({
      seat: { firstSide: expect.stringMatching(/^(for|against)$/u), readBoth: true },
      unclear: [FIRST],
    });
    await server.request(`/api/sessions/${server.session.code}/mine?scope=seat`, {
      method: "DELETE",
      headers: { cookie },
    });
    await host.sees(({ reading }) => reading?.both === 0 && reading.unclear.length === 0);
  });
});
