import { describe, expect, test } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { codesOf, joins, made, personal } from "#tests/support/passes.ts";
import type { TestServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

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

  test("[J7] opens one seat when 20 phones use it at once", async () => {
    await using its = await personal(3, { identity: "named" });
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
  });

  test("[J8] opens nothing if it is missing, unknown or of another session", async () => {
    await using its = await personal(1);
    const { server, passes } = its;
    const other = await server.open({ entry: "personal" });
    const made = await server.asInstructor(`/api/sessions/${other.code}/passes`, {
      json: { count: 1 },
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
});

describe("the list of personal codes", () => {
  test("[J7] grows to 1,000 different codes and no further, also with two presses at once", async () => {
    await using its = await personal(300);
    const { server } = its;
    const both = await Promise.all([made(server, 400), made(server, 400)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429]);
    expect((await made(server, 300)).status).toBe(201);
    expect(await made(server, 1)).toMatchObject({ status: 429, error: { code: "too-many" } });
    for (const count of [0, -1, 1.5, 1_001, "30", null])
      expect(await made(server, count)).toMatchObject({ status: 400, error: { code: "malformed" } });
    const codes = codesOf(await (await server.asHost("/passes")).json());
    expect(new Set(codes).size).toBe(1_000);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u);
  });

  test("[J7] is made once that is asked for again after a lost answer, also where more are asked for then", async () => {
    await using its = await personal(3);
    const { server, passes } = its;
    const makes = async (json: object) => {
      const made = await server.asHost("/passes", { json });
      return { status: made.status, codes: made.ok ? codesOf(await made.json()) : [] };
    };
    const [first, again] = await Promise.all([makes({ count: 7, known: 3 }), makes({ count: 7, known: 3 })]);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.codes).toEqual(expect.arrayContaining(passes));
    expect(first.codes).toHaveLength(10);
    expect(again.codes).toEqual(first.codes);
    expect((await makes({ count: 2, known: 3 })).codes).toEqual(first.codes);
    expect((await makes({ count: 9, known: 3 })).codes).toHaveLength(12);
    const made = await server.database.reader.event.findMany({ where: { kind: "codes" } });
    expect(made.map(({ detail }) => detail).sort()).toEqual(["2", "3", "7"]);
  });

  test("[J9][V7] does not say in an anonymous session which codes were used, and nothing ties a code to a seat", async () => {
    await using its = await personal(2, { identity: "anonymous" });
    const { server, passes } = its;
    const told = async () => [
      await (await server.asHost("/passes")).text(),
      await (await server.asHost("/passes?format=csv")).text(),
      await server.app.pageApi.passes(new Headers({ cookie: server.cookie }), server.session.code),
    ];
    const before = await told();
    const { seat } = await joins(server, { pass: passes[0] });
    expect(await told()).toEqual(before);
    expect(await tablesWith(server.database, passes[0] ?? "")).toEqual(["pass"]);
    expect(await tablesWith(server.database, seat.participantId)).not.toContain("pass");
    for (const table of ["participants", "ballots", "rebuttals", "events"])
      expect(await (await server.asHost(`/export?table=${table}`)).text()).not.toContain(passes[0]);
  });
});
