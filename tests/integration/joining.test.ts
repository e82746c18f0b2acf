import { describe, expect, test } from "vitest";
import type { Side } from "#debate/rules/choices.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { PSEUDONYMS, pseudonym } from "#debate/rules/pseudonyms.ts";
import { createStore } from "#server/store/store.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { cookiesOf, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const PSEUDONYM = /^[A-Z][a-z]+ [A-Z][a-z]+$/u;

/** How many groups of seats were written to the disk. */
async function seatWrites(server: TestServer): Promise<number> {
  const metrics = await (await server.request("/metrics")).text();
  return Number(/^resolved_commit_seconds_count\{of="seats"\} (\d+)$/mu.exec(metrics)?.[1] ?? 0);
}

function sit(server: TestServer, json: object = {}, headers: Record<string, string> = {}, code?: string) {
  return code === undefined
    ? server.asStranger("/join", { json, headers })
    : server.request(`/api/sessions/${code}/join`, { json, headers });
}

describe("a seat", () => {
  test("[J3] in a pseudonymous session gets a pseudonym that hides the typed name", async () => {
    await using server = await startServer();
    const response = await sit(server, { name: "  Ada \u202e Lovelace " });
    expect(response.status).toBe(201);
    const seat: Seat = await response.json();
    expect(seat).toEqual({
      participantId: expect.any(String),
      name: expect.stringMatching(PSEUDONYM),
      ticket: expect.stringContaining(seat.participantId),
    });
    expect(response.headers.get("set-cookie")).toMatch(
      /^seat-\w{6}=.+; HttpOnly; SameSite=Lax; Max-Age=\d+$/u,
    );
    const host = await server.connect("host");
    expect((await host.sync()).roster?.seats).toMatchObject([{ name: seat.name, realName: "Ada Lovelace" }]);
  });

  test("[E4] in a Japanese session has a Japanese pseudonym, also in one opened again like it", async () => {
    await using server = await startServer({ settings: { language: "ja" } });
    const japanese = /^\p{Script=Hiragana}+[\p{Script=Katakana}ー]+$/u;
    expect((await server.join()).name).toMatch(japanese);
    const again = await server.request("/api/sessions", {
      json: { from: server.session.code },
      headers: { cookie: server.cookie },
    });
    const { code } = await again.json();
    expect(await (await sit(server, {}, {}, code)).json()).toMatchObject({
      name: expect.stringMatching(japanese),
    });
  });

  test("[J4] in a named session has the name as typed; HTML, emoji and Hebrew stay text", async () => {
    await using server = await startServer({ settings: { identity: "named" } });
    for (const name of [
      "<b>Ada</b>",
      "\u{1f469}\u200d\u{1f680} Ada",
      "\u05d0\u05d3\u05d4",
      "=1+1",
      "x".repeat(40),
    ])
      expect((await server.join(name)).name).toBe(name);
    const [first, second, third] = [
      await server.join("Ada"),
      await server.join("Ada"),
      await server.join(" Ada"),
    ];
    expect([first, second, third].map(({ name }) => name)).toEqual(["Ada", "Ada (2)", "Ada (3)"]);
  });

  test("[J5] [J6] has a name that looks like no other, also when many join at once", async () => {
    await using server = await startServer({ settings: { identity: "named" } });
    const alike = [
      "Scope",
      "SCOPE",
      "\u0405\u0441\u043e\u0440\u0435",
      "S c o p e",
      "\uff33cope",
      "Sc\u200bope",
    ];
    const names = (await Promise.all(alike.map((name) => server.join(name)))).map(({ name }) => name);
    const numerals = names.map((name) => /\((\d)\)$/u.exec(name)?.[1] ?? "1");
    expect(numerals.sort()).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect((await server.join("you")).name).toBe("you (2)");
    expect((await server.join("Scop\u00e9")).name).toBe("Scop\u00e9");
  });

  test("[J4] in a named session needs a visible name of at most 40 characters", async () => {
    await using server = await startServer({ settings: { identity: "named" } });
    for (const json of [
      {},
      { name: "" },
      { name: "\n \t" },
      { name: "\u200b\u200d" },
      { name: 7 },
      { nickname: "Ada" },
    ]) {
      const response = await sit(server, json);
      expect(response.status, JSON.stringify(json)).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: "malformed" } });
    }
    for (const length of [41, 10_000]) {
      const response = await sit(server, { name: "x".repeat(length) });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        error: { code: "too-long", message: expect.stringMatching(/^name: /u) },
      });
    }
    expect(await server.database.reader.participant.count()).toBe(0);
  });

  test("[V7] in an anonymous session has no name, even if one was sent", async () => {
    await using server = await startServer({ settings: { identity: "anonymous" } });
    expect((await server.join("Ada Lovelace")).name).toBe("");
    expect(await server.database.reader.participant.findMany()).toMatchObject([
      { name: expect.not.stringContaining("Ada"), realName: null },
    ]);
  });

  test("[J3] 300 seats at once all get different names", async () => {
    await using server = await startServer();
    const seats = await Promise.all(Array.from({ length: 300 }, () => server.join()));
    expect(new Set(seats.map(({ name }) => name)).size).toBe(300);
    for (const { name } of seats) expect(name).toMatch(PSEUDONYM);
    const host = await server.connect("host");
    expect((await host.sync()).session.joined).toBe(300);
  });

  test("[J3] in a session that has all 4,096 pseudonyms, ten seats are stored after 40 writes at most", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { id: sessionId } = await server.database.reader.session.findFirstOrThrow();
    const names = Array.from({ length: PSEUDONYMS }, (_, draw) => pseudonym(draw, "en"));
    const data = names.map((name) => ({ id: name, sessionId, name, nameKey: glance(name), joinedAt: 0 }));
    // In parts: while Prisma prepares a write of all, a busy machine's PostgreSQL ends the transaction as idle.
    for (let at = 0; at < data.length; at += 256)
      await server.database.write((transaction) =>
        transaction.participant.createMany({ data: data.slice(at, at + 256) }),
      );
    await host.sync();
    const before = await seatWrites(server);
    for (let seats = 0; seats < 10; seats += 1) await server.join();
    expect((await seatWrites(server)) - before).toBeLessThanOrEqual(40);
  });
});

describe("[J2] joining again on the same phone", () => {
  test("is the same seat, answered 200, also after joining and the session were closed", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const response = await sit(server);
    const cookie = cookiesOf(response);
    const { ticket: _, ...seat } = await response.json();
    const again = async () => {
      const answer = await sit(server, { name: "Somebody else" }, { cookie });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject(seat);
    };
    await again();
    await host.send("host:lock", { locked: true });
    await again();
    await moveTo(host, "closed");
    await again();
    expect((await host.sync()).session.joined).toBe(1);
  });

  test("[V4] loads its page from one answer, which holds only what the phase allows", async () => {
    await using server = await startServer();
    const seat = await server.join();
    const headers = { cookie: `seat-${server.session.code}=${seat.ticket}` };
    const page = async (init?: object) => (await server.asStranger("/phone", init)).json();
    expect(await page()).toMatchObject({ code: server.session.code, joinable: true, seat: null });
    const [host] = await server.seats("host");
    await moveTo(host, "before");
    expect(await page({ headers })).toEqual({
      ...(await (await server.asStranger("")).json()),
      settings: expect.objectContaining({ identity: "pseudonym" }),
      seat: {
        snapshot: expect.objectContaining({ phase: "before", turnout: { round: "before", voted: 0 } }),
        you: expect.objectContaining({ participantId: seat.participantId, name: seat.name }),
        rebuttals: [],
        cursor: expect.any(Number),
        version: expect.any(Number),
        now: expect.any(Number),
        debate: null,
      },
    });
    await moveTo(host, "reading");
    expect(await page({ headers })).toMatchObject({ seat: { debate: { positions: [{}, {}] } } });
    await host.send("host:remove", { participantIds: [seat.participantId] });
    expect(await page({ headers })).toMatchObject({ seat: "removed" });
  });

  test("[B4] a removed seat stays removed", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const response = await sit(server);
    const cookie = cookiesOf(response);
    const { participantId, ticket } = await response.json();
    await host.send("host:remove", { participantIds: [participantId] });
    const again = await sit(server, {}, { cookie });
    expect(again.status).toBe(403);
    expect(await again.json()).toMatchObject({ error: { code: "removed" } });
    await expect(server.connect("student", { ticket })).rejects.toMatchObject({ code: "removed" });
  });

  test("with a cookie of another session, or one signed elsewhere, a new seat is taken", async () => {
    await using server = await startServer();
    const other = await server.open();
    const { participantId, ticket } = await server.join(undefined, other.code);
    for (const value of [ticket, `${participantId}.AAAA`, "", "%E0%A4%A"]) {
      const answer = await sit(server, {}, { cookie: `seat-${server.session.code}=${value}` });
      expect(answer.status).toBe(201);
      expect((await answer.json()).participantId).not.toBe(participantId);
    }
  });
});

describe("a join whose answer was lost", () => {
  const claim = "A".repeat(32);

  test.each(["named", "pseudonym", "anonymous"] as const)(
    "[J12] is sent again with its claim, and takes no second seat (%s)",
    async (identity) => {
      await using server = await startServer({ settings: { identity, activities: { reading: {} } } });
      const sent = () => server.asStranger("/join?with=phone", { json: { name: "Anna", claim } });
      const answers = await Promise.all(Array.from({ length: 10 }, sent));
      answers.push(await sent());
      const [first, ...others] = await Promise.all(answers.map(async (answer) => answer.json()));
      const { participantId, name } = first;
      for (const seat of others) expect(seat).toMatchObject({ participantId, name });
      expect(answers.at(-1)?.status).toBe(200);
      // What was drawn for the seat stays.
      expect(others.at(-1).phone.seat.you).toEqual(others.at(-2).phone.seat.you);
      expect(await server.database.reader.participant.count()).toBe(1);
      const other = await (await sit(server, { name: "Anna", claim: "B".repeat(32) })).json();
      expect(other.participantId).not.toBe(participantId);
    },
  );

  test("[J12] finds its seat also after joining was closed, and a removed one stays removed", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { participantId } = await (await sit(server, { claim })).json();
    await host.send("host:lock", { locked: true });
    expect(await (await sit(server, { claim })).json()).toMatchObject({ participantId });
    expect((await sit(server, { claim: "B".repeat(32) })).status).toBe(409);
    await host.send("host:lock", { locked: false });
    await host.send("host:remove", { participantIds: [participantId] });
    expect(await (await sit(server, { claim })).json()).toMatchObject({ error: { code: "removed" } });
    const elsewhere = await server.open();
    expect((await sit(server, { claim }, {}, elsewhere.code)).status).toBe(201);
  });

  test("[J12] is told from the first by its time or by what was drawn, also with the same name", async () => {
    await using server = await startServer();
    const { participants, sessions } = createStore(server.database);
    const { id: sessionId } = (await sessions.byCode(server.session.code)) ?? { id: "" };
    const given = { id: "one", sessionId, name: "Anna", realName: null, claimHash: null };
    const sent = (at: number, firstSide: Side) => participants.seat({ ...given, at, firstSide });
    expect([await sent(1, "for"), await sent(2, "for")]).toEqual(["seated", "held"]);
    expect(await Promise.all([sent(3, "for"), sent(4, "for")])).toEqual(["held", "held"]);
    expect(await sent(1, "against")).toBe("held");
  });
});

describe("joining", () => {
  test("[J1] accepts a code in any case, with O for 0, I or L for 1, hyphens and spaces", async () => {
    await using server = await startServer();
    const { id } = await server.database.reader.session.findFirstOrThrow();
    await server.database.queued.session.update({ where: { id }, data: { code: "10AB10" } });
    for (const typed of ["10ab10", "IOAB1O", "loab-10", "10A B10", "%EF%BC%91%EF%BC%90AB10"])
      expect((await sit(server, {}, {}, typed)).status, typed).toBe(201);
    for (const typed of ["10AB1", "10AB1U", "20AB10", "%00", "..%2f", "%E0%A4%A"])
      expect((await sit(server, {}, {}, typed)).status, typed).toBe(404);
  });

  test("[P6] is open in every phase but closed, unless the host locks it", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const joinable = async () => (await (await server.asStranger("")).json()).joinable;
    for (const phase of ["lobby", "before", "reading", "rebuttal", "after", "results"] as const) {
      await moveTo(host, phase);
      expect([await joinable(), (await sit(server)).status], phase).toEqual([true, 201]);
    }
    await host.send("host:lock", { locked: true });
    expect([await joinable(), (await sit(server)).status]).toEqual([false, 409]);
    await host.send("host:lock", { locked: false });
    expect([await joinable(), (await sit(server)).status]).toEqual([true, 201]);
    await moveTo(host, "closed");
    const shut = await sit(server);
    expect(shut.status).toBe(409);
    expect(await shut.json()).toMatchObject({ error: { code: "closed" } });
    expect(await joinable()).toBe(false);
  });

  test("[P6] is checked again in the transaction that stores the seat, for students who are joining when it closes", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { participants, sessions } = createStore(server.database);
    const { id: sessionId } = (await sessions.byCode(server.session.code)) ?? { id: "" };
    const seat = (id: string) =>
      participants.seat({ id, sessionId, name: "Calm Otter", realName: null, claimHash: null, at: 0 });
    expect([await seat("first"), await seat("second")]).toEqual(["seated", "taken"]);
    await host.send("host:lock", { locked: true });
    expect(await seat("third")).toBe("shut");
    await host.send("host:lock", { locked: false });
    await moveTo(host, "closed");
    expect(await seat("fourth")).toBe("shut");
    await server.asHost("", { method: "DELETE" });
    expect(await seat("fifth")).toBe("shut");
  });

  test("redirects a plain form to the phone's page, with the refusal if there is one", async () => {
    await using server = await startServer({ settings: { identity: "named" } });
    const post = (fields: Record<string, string>) =>
      server.asStranger("/join", {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { cookie: "cookies=work" },
      });
    const taken = await post({ name: "Ada" });
    expect([taken.status, taken.headers.get("location")]).toEqual([
      303,
      `/s/${server.session.code}?seated=1`,
    ]);
    expect(cookiesOf(taken)).toMatch(/^seat-/u);
    const nameless = await post({ name: "" });
    expect(nameless.headers.get("location")).toBe(`/s/${server.session.code}?refused=malformed`);
  });

  test("is closed to sockets without a seat", async () => {
    await using server = await startServer();
    await expect(server.connect("student", { ticket: "nobody.AAAA" })).rejects.toMatchObject({
      code: "unauthorized",
    });
    await expect(server.connect("student", { ticket: "x", code: "000000" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
