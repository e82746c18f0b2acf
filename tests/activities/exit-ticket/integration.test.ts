import { describe, expect, test } from "vitest";
import type { StudentCard } from "#debate/protocol/pages.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { cookieOf, exported, mine } from "#tests/support/marked-lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { dump } from "#tests/support/tables.ts";

const TICKET = { moved: "The map.", doubt: "Whether it lasts.", reading: "Bob, about the islands." };

/** A session at its results, with Ada and Bob. */
async function atResults(given: GivenSettings = {}) {
  const settings = { activities: { exitTicket: {} }, ...given };
  const server = await startServer({ settings });
  const host = await server.connect("host");
  const [seat, other] = [await server.join("Zoe"), await server.join("Bob")];
  const [zoe, bob] = [
    await server.connect("student", { ticket: seat.ticket }),
    await server.connect("student", { ticket: other.ticket }),
  ];
  await moveTo(host, "results", settings);
  return {
    ...{ server, host, seat, other, zoe, bob },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const write = (client: Client, ticket: object) => client.raw("exit:write", ticket);
const stored = async (server: TestServer) => JSON.parse((await dump(server.database)).exit_ticket ?? "[]");

describe("[Y15] an exit ticket", () => {
  test("is written from the results on, the newest counts, and empty lines are none", async () => {
    await using server = await startServer({ settings: { activities: { exitTicket: {} } } });
    const [host, zoe] = await server.seats("host", "student");
    await moveTo(host, "after");
    expect(await write(zoe, TICKET)).toEqual(refused("wrong-phase"));
    await moveTo(host, "results");
    expect(await write(zoe, TICKET)).toEqual(OK);
    expect((await zoe.sync()).you?.exit).toEqual(TICKET);
    await moveTo(host, "closed");
    // [W2] [W5] What shows nothing is none.
    const later = { moved: "  The map.\u0000 ", doubt: " \u200b ", reading: "" };
    expect(await write(zoe, later)).toEqual(OK);
    expect((await zoe.sync()).you?.exit).toEqual({ moved: "The map." });
    expect(await write(zoe, {})).toEqual(OK);
    expect((await zoe.sync()).you).not.toHaveProperty("exit");
    expect(await stored(server)).toEqual([]);
  });
});

describe("[Y16] exit tickets", () => {
  test("are read by the host alone, with the names of their writers", async () => {
    await using room = await atResults({ identity: "named" });
    const { server, host, zoe, bob } = room;
    await write(zoe, TICKET);
    await write(bob, { doubt: "All of it." });
    await host.sees(({ exitTickets }) => exitTickets === 2);
    expect(await exported(server, "exit")).toEqual([
      { participant: "Bob", moved: null, doubt: "All of it.", reading: null },
      { participant: "Zoe", ...TICKET },
    ]);
    expect((await server.asStranger("/export?table=exit")).status).toBe(401);
    const told = JSON.stringify(bob.heard) + JSON.stringify(await bob.sync());
    expect(told).not.toContain(TICKET.doubt);
    expect(told).not.toContain("exitTickets");
    expect((await server.asStranger("/results")).ok).toBe(true);
  });

  test("[V8] of an anonymous session don’t say who wrote them", async () => {
    await using room = await atResults({ identity: "anonymous" });
    const { server, zoe, bob } = room;
    const others = await server.seats("student", "student");
    const words = ["Z.", "A.", "M.", "C."];
    for (const [index, student] of [zoe, bob, ...others].entries())
      await write(student, { moved: words[index] });
    const rows = await exported(server, "exit");
    expect(rows.map(({ moved }) => moved).sort()).toEqual(words.toSorted());
    for (const row of rows) expect(Object.keys(row)).toEqual(["moved", "doubt", "reading"]);
    expect(Object.keys((await stored(server))[0]).sort()).toEqual([
      "doubt",
      "moved",
      "participantId",
      "readDoubt",
      "readMoved",
      "readReading",
      "reading",
      "sessionId",
    ]);
  });
});

describe("[Y17] one's own exit ticket", () => {
  test("[G1] [V21] is on the card and in the download, and survives a restart", async () => {
    await using room = await atResults();
    const { server, seat, zoe } = room;
    await write(zoe, TICKET);
    const card = await server.asStranger("/card", { headers: cookieOf(server, seat) });
    expect(((await card.json()) as StudentCard).exit).toEqual(TICKET);
    expect(await (await mine(server, seat)).json()).toMatchObject({ exit: TICKET });
    await server.restart();
    expect(await (await mine(server, seat)).json()).toMatchObject({ exit: TICKET });
  });

  test.each(["words", "seat"] as const)("[G2] [G3] goes with the %s", async (scope) => {
    await using room = await atResults();
    const { server, seat, other, zoe, bob } = room;
    await write(zoe, TICKET);
    await write(bob, { doubt: "All of it." });
    expect((await mine(server, seat, scope)).status).toBe(204);
    expect(await stored(server)).toMatchObject([{ participantId: other.participantId }]);
    if (scope === "words") {
      const card = await server.asStranger("/card", { headers: cookieOf(server, seat) });
      expect(await card.json()).toMatchObject({ wordsDeleted: true });
      await zoe.hearsMine(({ exit }) => exit === undefined);
    }
  });
});
