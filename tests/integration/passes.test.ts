import { describe, expect, test } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { codesOf, joins, made, personal } from "#tests/support/passes.ts";
import { cookiesOf } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const seatCount = ({ database }: TestServer) => database.reader.participant.count();

describe("a personal code", () => {
  test("[J7] opens one seat on two phones, however it is typed: one person, one ballot, the newest", async () => {
    await using its = await personal(2);
    const { server, passes } = its;
    const [pass = "", other = ""] = passes;
    const first = await joins(server, { pass });
    expect(first.status).toBe(201);
    const second = await joins(server, { pass: ` ${pass.slice(0, 4)}-${pass.slice(4).toLowerCase()}` });
    expect(second.status).toBe(200);
    const { participantId, name } = first.seat;
    expect(second.seat).toMatchObject({ participantId, name });
    expect((await joins(server, { pass: other })).seat.participantId).not.toBe(first.seat.participantId);
    expect(await seatCount(server)).toBe(2);

    const host = await server.connect("host");
    const phones = [
      await server.connect("student", { ticket: first.seat.ticket }),
      await server.connect("student", { ticket: second.seat.ticket }),
    ];
    await moveTo(host, "before");
    await phones[0]?.send("ballot:cast", { ...ballot("for"), seq: 1 });
    await phones[1]?.send("ballot:cast", { ...ballot("against"), seq: 2 });
    await host.sees(({ turnout }) => turnout.voted === 1);
    expect(await server.database.reader.ballot.findMany()).toMatchObject([{ choice: "against" }]);
    expect((await host.sync()).session.joined).toBe(2);
  });

  test.each(["pseudonym", "named"] as const)(
    "[J7] opens one seat when 20 phones use it at once (%s)",
    async (identity) => {
      await using its = await personal(3, { identity });
      const { server, passes } = its;
      const racing = Array.from({ length: 20 }, (_, n) =>
        joins(server, { pass: passes[0], name: `Ada ${n % 3}` }),
      );
      // Others join at the same time and are not delayed.
      const others = passes.slice(1).map((pass) => joins(server, { pass, name: "Bob" }));
      const seats = await Promise.all(racing);
      expect(new Set(seats.map(({ seat }) => seat.participantId)).size).toBe(1);
      expect(new Set(seats.map(({ seat }) => seat.name)).size).toBe(1);
      for (const { status } of seats) expect([200, 201]).toContain(status);
      expect((await Promise.all(others)).map(({ status }) => status)).toEqual([201, 201]);
      expect(await seatCount(server)).toBe(3);
    },
  );

  test("[J8] opens nothing if it is missing, unknown or of another session", async () => {
    await using its = await personal(1);
    const { server, passes } = its;
    const other = await server.open({ entry: "personal" });
    const made = await server.request(`/api/sessions/${other.code}/passes`, {
      json: { count: 1 },
      headers: { cookie: server.cookie },
    });
    const [foreign] = codesOf(await made.json());
    for (const json of [{}, { pass: "" }, { pass: "00000000" }, { pass: "7K3" }, { pass: foreign }]) {
      const { status, error } = await joins(server, json);
      expect(status, JSON.stringify(json)).toBe(403);
      expect(error).toMatchObject({ code: "forbidden", message: expect.stringMatching(/^pass: /u) });
    }
    expect(await joins(server, { pass: "7".repeat(41) })).toMatchObject({ error: { code: "too-long" } });
    for (const pass of [7, ["7K3PQM2X"], { not: "" }, null])
      expect(await joins(server, { pass })).toMatchObject({ error: { code: "malformed" } });
    expect(await seatCount(server)).toBe(0);
    expect((await joins(server, { pass: passes[0] })).status).toBe(201);
  });

  test("[J8] is not found by guessing: after 5,000 wrong ones an address is refused for a while", async () => {
    await using its = await personal(2, {}, { trustProxy: true });
    const { server, passes } = its;
    const from = (address: string, json: object) => joins(server, json, { "x-forwarded-for": address });
    const seated = await from("203.0.113.7", { pass: passes[0] });
    const guess = (n: number) => ({ pass: `9${String(n).padStart(7, "0")}` });
    const headers = { "x-forwarded-for": "203.0.113.7" };
    const guesses = Array.from({ length: 4_950 }, (_, n) =>
      asking(`/api/sessions/${server.session.code}/join`, headers, guess(n)),
    );
    expect(await pipelined(server.url, guesses)).toEqual(new Map([[403, 4_950]]));
    const last = Array.from({ length: 100 }, (_, n) => from("203.0.113.7", guess(4_950 + n)));
    const answers = await Promise.all(last);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(50);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(50);
    refused.push(await from("203.0.113.7", { pass: passes[1] }));
    for (const { status, retryAfter } of refused) expect([status, retryAfter > 0]).toEqual([429, true]);
    // Seated students stay in, and other addresses are not affected.
    expect((await joins(server, {}, { ...headers, cookie: seated.cookie })).status).toBe(200);
    expect((await from("203.0.113.8", { pass: passes[1] })).status).toBe(201);
  });

  test("[J7] reopens its seat while joining or the session is closed; an unused one opens nothing then", async () => {
    await using its = await personal(2);
    const { server, passes } = its;
    const [pass, fresh] = passes;
    const {
      seat: { ticket: _, ...seat },
    } = await joins(server, { pass });
    const host = await server.connect("host");
    const bringsBack = async () => {
      expect(await joins(server, { pass })).toMatchObject({ status: 200, seat });
      expect(await joins(server, { pass: fresh })).toMatchObject({ status: 409, error: { code: "closed" } });
    };
    await host.send("host:lock", { locked: true });
    await bringsBack();
    await host.send("host:lock", { locked: false });
    await moveTo(host, "closed");
    await bringsBack();
  });

  test("[J7][B4] of a removed seat lets no one back in, on any phone", async () => {
    await using its = await personal(1);
    const { server, passes } = its;
    const { seat } = await joins(server, { pass: passes[0] });
    const host = await server.connect("host");
    await host.send("host:remove", { participantIds: [seat.participantId] });
    expect(await joins(server, { pass: passes[0] })).toMatchObject({
      status: 403,
      error: { code: "removed" },
    });
    expect(await seatCount(server)).toBe(1);
  });

  test("[J2] is not asked for again on a phone that holds a seat, and opens the same seat after a restart", async () => {
    await using its = await personal(2);
    const { server, passes } = its;
    const {
      seat: { ticket: _, ...seat },
      cookie,
    } = await joins(server, { pass: passes[0] });
    expect(await joins(server, {}, { cookie })).toMatchObject({ status: 200, seat });
    expect(await joins(server, { pass: passes[1] }, { cookie })).toMatchObject({ status: 200, seat });
    await server.restart();
    expect(await joins(server, { pass: passes[0] })).toMatchObject({ status: 200, seat });
  });

  test("[J7][J8] works in a plain form, which redirects to its page", async () => {
    await using its = await personal(1);
    const { server, passes } = its;
    const { code } = server.session;
    const post = (fields: Record<string, string>) =>
      server.asStranger("/join", {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { cookie: "cookies=work" },
      });
    for (const fields of [
      { name: "Ada", pass: "" },
      { name: "Ada", pass: "7K3PQM2X" },
    ])
      expect((await post(fields)).headers.get("location")).toBe(`/s/${code}?refused=forbidden`);
    const joined = await post({ name: "Ada", pass: passes[0] ?? "" });
    expect(joined.headers.get("location")).toBe(`/s/${code}?seated=1`);
    expect(cookiesOf(joined)).toContain(`seat-${code}=`);
  });

  test("is not asked for in an open session, and changes nothing there", async () => {
    await using server = await startServer();
    expect(await (await server.asStranger("")).json()).toMatchObject({ entry: "open" });
    const [one, other] = [
      await joins(server, { pass: "7K3PQM2X" }),
      await joins(server, { pass: "7K3PQM2X" }),
    ];
    expect(one.seat.participantId).not.toBe(other.seat.participantId);
    const { status, error } = await made(server, 1);
    expect({ status, code: error?.code }).toEqual({ status: 403, code: "forbidden" });
  });
});
