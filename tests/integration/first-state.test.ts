import { describe, expect, type Mock, test, vi } from "vitest";
import type { Prisma } from "#prisma/generated/sqlite/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";
import { takeSeat } from "#tests/support/take-seat.ts";

/** The answer to a page that already has the newest state. */
const UNCHANGED = { unchanged: true, participantId: expect.any(String), now: expect.any(Number) };

/** What differs before and after a join. */
const JOIN = { now: 0, cursor: 0 };

describe("[W13] a join", () => {
  test("answers with everything that the room starts from if asked, and sets the cookie", async () => {
    await using server = await startServer();
    const { response, taken, cookie } = await takeSeat(server);
    expect([response.status, cookie]).toEqual([201, `seat-${server.session.code}=${taken.ticket}`]);
    const asked = await (await server.asStranger("/phone", { headers: { cookie } })).json();
    // The session is read before its own join, which changes nothing that phones show.
    expect({ ...taken.phone, seat: { ...Object(taken.phone?.seat), ...JOIN } }).toEqual({
      ...asked,
      seat: { ...asked.seat, ...JOIN, snapshot: { ...asked.seat.snapshot, version: 1 } },
    });
    // A phone that joins again has what it had.
    const host = await server.connect("host");
    await moveTo(host, "before");
    const ada = await server.connect("student", { ticket: taken.ticket });
    expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);
    const again = await takeSeat(server, { cookie });
    expect([again.response.status, again.taken.participantId]).toEqual([200, taken.participantId]);
    expect(again.seat.you.ballots).toMatchObject({ before: { choice: "for" } });
  });

  test("[W10] does not have the class counted again, which would grow with the square of it", async () => {
    await using server = await startServer();
    await takeSeat(server);
    const reading = vi.spyOn(server.database, "rows");
    for (let seats = 0; seats < 10; seats += 1) await takeSeat(server);
    expect(reading.mock.calls.filter(([{ sql }]) => sql.includes("'joined'"))).toEqual([]);
    const host = await server.connect("host");
    expect((await host.sync()).session.joined).toBe(11);
  });
});

describe("[W13] a handshake with a version", () => {
  test("gets nothing but the time if nothing has changed, and the whole state if something has", async () => {
    await using server = await startServer();
    const { seat, ticket } = await takeSeat(server);
    const same = await server.connect("student", { ticket, version: seat.version });
    expect(await same.hears("synced")).toEqual({ ...OK, ...UNCHANGED });
    // It is in the room, and misses nothing that comes.
    const host = await server.connect("host");
    await moveTo(host, "before");
    expect((await same.sees(({ phase }) => phase === "before")).phase).toBe("before");
    const late = await server.connect("student", { ticket, version: seat.version });
    const { now: _, ...pushed } = (await late.hears("synced")) as { now: number };
    const { now: __, ...asked } = await late.sync();
    expect(pushed).toEqual(asked);
    expect(pushed).toMatchObject({ ok: true, session: { phase: "before" }, you: { ballots: {} } });
  });

  test("reads once, and again only if something has changed meanwhile, which it then gets", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { seat, ticket, taken } = await takeSeat(server);
    const read = server.database.rows;
    const reading = vi.spyOn(server.database, "rows") as unknown as Mock;
    const own: string[] = [];
    let meanwhile = async () => undefined as unknown;
    reading.mockImplementation(async (asked: Prisma.Sql) => {
      const rows = await read(asked);
      if (!asked.values.includes(taken.participantId)) return rows;
      own.push(asked.sql);
      const first = meanwhile;
      meanwhile = async () => undefined;
      await first();
      return rows;
    });
    const { version } = seat;
    const quick = await server.connect("student", { ticket, version });
    expect([await quick.hears("synced"), own.length]).toEqual([{ ...OK, ...UNCHANGED }, 2]); // session and seat
    meanwhile = () => moveTo(host, "before");
    const late = await server.connect("student", { ticket, version });
    expect(await late.hears("synced")).toMatchObject({ session: { phase: "before" } });
  });

  test("gets nothing but the time if only others have joined, and the whole state if anyone has voted", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    await moveTo(host, "before");
    const { seat, ticket } = await takeSeat(server);
    const other = await takeSeat(server);
    expect((await host.sync()).session.version).toBeGreaterThan(seat.snapshot.version);
    const same = await server.connect("student", { ticket, version: seat.version });
    expect(await same.hears("synced")).toMatchObject({
      unchanged: true,
      participantId: seat.you.participantId,
    });
    const voter = await server.connect("student", { ticket: other.ticket });
    expect(await voter.send("ballot:cast", ballot("for"))).toMatchObject(OK);
    const late = await server.connect("student", { ticket, version: seat.version });
    expect(await late.hears("synced")).toMatchObject({ ok: true, session: { phase: "before" } });
  });

  test("[L1] costs its seat as much as a `sync`", async () => {
    await using server = await startServer({ messagesPerSecond: 5 });
    const { ticket } = await server.join();
    const ada = await server.connect("student", { ticket, version: 0 });
    expect(await ada.hears("synced")).toMatchObject(OK);
    await ada.sync();
    const tablet = await server.connect("student", { ticket, version: 0 });
    expect(await tablet.hears("synced")).toMatchObject({ ok: false, code: "too-many", retryAfter: 1 });
  });
});

test.each(["taken away", "deleted"])(
  "[J2] a seat that is %s just after its check receives nothing",
  async (how) => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { participantId, ticket } = await server.join();
    const read = server.database.rows;
    const reading = vi.spyOn(server.database, "rows") as unknown as Mock;
    let isFirst = true;
    reading.mockImplementation(async (asked: Prisma.Sql) => {
      const rows = await read(asked);
      const isCheck = asked.sql.includes('AS "removed"') && asked.values.includes(participantId);
      if (!isFirst || !isCheck) return rows;
      isFirst = false;
      if (how === "deleted")
        await server.asHost(`/participants/${participantId}?scope=seat`, { method: "DELETE" });
      else await host.send("host:remove", { participantIds: [participantId] });
      return rows;
    });
    const student = await server.connect("student", { ticket });
    if (student.socket.connected) await new Promise((resolve) => student.socket.once("disconnect", resolve));
    expect(isFirst).toBe(false);
    expect(student.heard.map(({ name }) => name)).toEqual(how === "deleted" ? [] : ["removed"]);
  },
);
