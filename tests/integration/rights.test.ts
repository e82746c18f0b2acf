import { describe, expect, test } from "vitest";
import type { Identity } from "#debate/rules/settings.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

const NAME = "Ada Marker-Name";
const WORDS = {
  body: "Marker body: geography does not bargain.",
  source: "https://example.org/marker-source",
  reason: "Marker reason.",
  why: "Marker why, which is long enough to count as a reason for a credit.",
  report: "Marker report.",
};

/** A lesson in which Ada says everything that can be said, and Bob answers her. */
async function lesson(identity: Identity = "named") {
  const server = await startServer({ settings: { identity } });
  const [seat, other] = [await server.join(NAME), await server.join("Bob")];
  const host = await server.connect("host");
  const ada = await server.connect("student", { ticket: seat.ticket });
  const bob = await server.connect("student", { ticket: other.ticket });
  const posted = rebuttal({ body: WORDS.body, source: WORDS.source });
  const reply = rebuttal({ side: "against", body: "Nor do maps.", replyTo: posted.id });
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), confidence: 4, reason: WORDS.reason });
  await bob.send("ballot:cast", ballot("against"));
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:post", reply);
  await bob.send("rebuttal:endorse", { rebuttalId: posted.id, on: true });
  await ada.send("rebuttal:seen", { ids: [reply.id] });
  await ada.send("rebuttal:endorse", { rebuttalId: reply.id, on: true });
  await ada.send("rebuttal:report", { rebuttalId: reply.id, reason: WORDS.report });
  await host.send("host:spotlight", { rebuttalId: posted.id });
  await moveTo(host, "after");
  const credit = { rebuttalId: reply.id, without: "for" as const, why: WORDS.why };
  await ada.send("ballot:cast", { ...ballot("undecided", "after"), credit });
  await bob.send("ballot:cast", { ...ballot("for", "after"), credit: { rebuttalId: posted.id } });
  return {
    server,
    host,
    ada,
    bob,
    seat,
    other,
    posted,
    reply,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const cookieOf = ({ session }: TestServer, { ticket }: Seat) => ({
  cookie: `seat-${session.code}=${ticket}`,
});
const mine = (server: TestServer, seat: Seat, scope?: string) =>
  server.asStranger(scope === undefined ? "/mine" : `/mine?scope=${scope}`, {
    method: scope === undefined ? "GET" : "DELETE",
    headers: cookieOf(server, seat),
  });
const exported = async (server: TestServer, table: string) =>
  ((await (await server.asHost(`/export?table=${table}`)).json()) as { rows: Record<string, unknown>[] })
    .rows;

describe("[G1] a student downloads what is stored about them", () => {
  test("all of it, and nothing about anyone else", async () => {
    await using room = await lesson("pseudonym");
    const { server, seat, other, posted, reply } = room;
    const response = await mine(server, seat);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="${server.session.code}-my-data.json"`,
    );
    const text = await response.text();
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
    expect(JSON.parse(text)).toEqual({
      session: { code: server.session.code, resolution: expect.any(String), identity: "pseudonym" },
      seat: { id: seat.participantId, name: seat.name, realName: NAME, joinedAt: iso, removedAt: null },
      ballots: expect.arrayContaining([
        { round: "before", choice: "for", seq: 1, confidence: 4, reason: WORDS.reason, castAt: iso },
        {
          round: "after",
          choice: "undecided",
          seq: 1,
          credit: { rebuttalId: reply.id, without: "for", why: WORDS.why },
          castAt: iso,
        },
      ]),
      rebuttals: [{ ...posted, status: "published", at: iso }],
      endorsed: [reply.id],
      reports: [{ rebuttalId: reply.id, reason: WORDS.report, settled: false, at: iso }],
      shown: [reply.id],
    });
    for (const theirs of [other.participantId, other.name, reply.body]) expect(text).not.toContain(theirs);
  });

  test("is refused without the seat, with a seat elsewhere, and for a session that does not exist", async () => {
    await using server = await startServer();
    const elsewhere = await server.join(undefined, (await server.open()).code);
    expect((await server.asStranger("/mine")).status).toBe(401);
    expect((await server.asHost("/mine")).status).toBe(401);
    expect((await mine(server, elsewhere)).status).toBe(401);
    expect((await mine(server, elsewhere, "seat")).status).toBe(401);
    const nowhere = await server.request("/api/sessions/AAAAAA/mine");
    expect(nowhere.status).toBe(404);
  });
});

describe("[G2] a student deletes what they wrote", () => {
  test("no word of it is left in any table, and choices and names stay", async () => {
    await using room = await lesson();
    const { server, seat, posted, reply } = room;
    const results = async () => (await (await server.asHost("/results")).json()) as { paired: unknown };
    const { paired } = await results();
    for (const text of Object.values(WORDS)) expect(await tablesWith(server.database, text)).not.toEqual([]);

    expect((await mine(server, seat, "words")).status).toBe(204);
    for (const text of Object.values(WORDS)) expect(await tablesWith(server.database, text)).toEqual([]);
    expect(await tablesWith(server.database, NAME)).toEqual(["participant"]);
    expect((await results()).paired).toEqual(paired);
    const ballots = await exported(server, "ballots");
    expect(ballots.filter(({ participant }) => participant === NAME)).toEqual([
      expect.objectContaining({
        round: "after",
        choice: "undecided",
        creditRebuttal: reply.id,
        creditWhy: null,
      }),
      expect.objectContaining({ round: "before", choice: "for", confidence: 4, reason: null }),
    ]);
    // The reply stays, and says that it answered something.
    expect(await exported(server, "rebuttals")).toEqual([
      expect.objectContaining({ id: reply.id, replyTo: posted.id, endorsements: 1 }),
    ]);
  });

  test("every screen drops it at once, the projector its spotlight, and the phone continues", async () => {
    await using room = await lesson();
    const { server, host, ada, bob, seat, posted } = room;
    await moveTo(host, "rebuttal");
    await host.send("host:spotlight", { rebuttalId: posted.id });
    const screen = await server.connect("screen");
    expect((await screen.sync()).session.spotlight).toBe(posted.id);
    expect((await mine(server, seat, "words")).status).toBe(204);
    for (const client of [host, screen, bob, ada])
      await client.hearsRebuttals(({ removed }) => removed.includes(posted.id));
    await ada.hearsMine(({ posted }) => posted.length === 0);
    expect((await screen.sync()).session.spotlight).toBeUndefined();
    // [G5] The phone that sends it again does not bring it back.
    expect(await ada.send("rebuttal:post", posted)).toEqual(refused("duplicate"));
    expect(await ada.send("rebuttal:post", rebuttal())).toMatchObject(OK);
  });
});

test("[G6] if nothing is left to delete, nothing is logged and no one is notified", async () => {
  await using room = await lesson();
  const { server, host, seat } = room;
  expect((await mine(server, seat, "words")).status).toBe(204);
  const { version } = (await host.sync()).session;
  expect((await mine(server, seat, "words")).status).toBe(204);
  expect((await host.sync()).session.version).toBe(version);
  const kinds = (await exported(server, "events")).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "words-deleted")).toHaveLength(1);
});

test("[L5] a seat downloads and deletes ten times a minute; no other seat is held up by that", async () => {
  await using server = await startServer();
  const [seat, other] = [await server.join("Ada"), await server.join("Bob")];
  for (let time = 0; time < 5; time += 1) {
    expect((await mine(server, seat)).status).toBe(200);
    expect((await mine(server, seat, "words")).status).toBe(204);
  }
  for (const scope of [undefined, "words", "seat"]) {
    const response = await mine(server, seat, scope);
    expect([response.status, (await response.json()).error.code]).toEqual([429, "too-many"]);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect((await mine(server, other)).status).toBe(200);
});

describe("[R10] students who reported or endorsed a deleted rebuttal are notified", () => {
  const deletions = {
    words: ({ server, other }) => mine(server, other, "words"),
    seat: ({ server, other }) => mine(server, other, "seat"),
    rebuttal: ({ server, reply }) => server.asHost(`/rebuttals/${reply.id}`, { method: "DELETE" }),
  } satisfies Record<string, (room: Awaited<ReturnType<typeof lesson>>) => Promise<Response>>;

  test.each(["words", "seat", "rebuttal"] as const)("%s", async (what) => {
    await using room = await lesson();
    const phone = await room.server.connect("student", { ticket: room.seat.ticket });
    expect((await deletions[what](room)).status).toBe(204);
    for (const device of [room.ada, phone])
      await device.hearsMine(({ reported, endorsed }) => reported.length === 0 && endorsed.length === 0);
  });
});

describe("[G3] a student deletes their seat", () => {
  test.each(["anonymous", "pseudonym", "named"] as const)(
    "%s: nothing about it is left in any table, and the counts are as if it had never been there",
    async (identity) => {
      await using room = await lesson(identity);
      const { server, host, ada, seat, posted, reply } = room;
      const cutOff = new Promise((resolve) => ada.socket.once("disconnect", resolve));
      const response = await mine(server, seat, "seat");
      expect(response.status).toBe(204);
      expect(response.headers.get("set-cookie")).toContain(`seat-${server.session.code}=; Path=/`);
      expect(await cutOff).toBe("io server disconnect");
      for (const text of [...Object.values(WORDS), NAME, seat.participantId])
        expect(await tablesWith(server.database, text)).toEqual([]);
      // What is left of the rebuttal is its number, for screens that show it and for what Bob said about it.
      expect(await tablesWith(server.database, posted.id)).toEqual(
        expect.arrayContaining(["ballot", "rebuttal", "withdrawn"]),
      );
      await host.hearsRebuttals(({ removed }) => removed.includes(posted.id));
      await host.hearsRebuttals(({ changed }) =>
        changed.some(
          ({ id, endorsements, reports }) => id === reply.id && endorsements === 0 && reports?.length === 0,
        ),
      );
      await host.sees(({ joined, turnout }) => joined === 1 && turnout.voted === 1);
      expect(await server.database.reader.ballot.count()).toBe(2);
      const events = await exported(server, "events");
      expect(events.at(-1)).toMatchObject({ actor: "participant", kind: "seat-deleted", detail: "" });
    },
  );

  test("the phone may join again, as a new person; its old ticket no longer works", async () => {
    await using room = await lesson();
    const { server, seat } = room;
    await mine(server, seat, "seat");
    await expect(server.connect("student", { ticket: seat.ticket })).rejects.toMatchObject({
      code: "unauthorized",
    });
    expect((await mine(server, seat)).status).toBe(401);
    const again = await server.request(`/api/sessions/${server.session.code}/join`, {
      json: { name: NAME },
      headers: cookieOf(server, seat),
    });
    expect(again.status).toBe(201);
    expect(await again.json()).toMatchObject({
      name: NAME,
      participantId: expect.not.stringContaining(seat.participantId),
    });
  });

  test("also after the session was closed", async () => {
    await using room = await lesson();
    const { server, host, seat } = room;
    await moveTo(host, "closed");
    expect((await mine(server, seat)).status).toBe(200);
    expect((await mine(server, seat, "seat")).status).toBe(204);
    expect(await tablesWith(server.database, NAME)).toEqual([]);
  });

  test.each([undefined, "", "word", "all"])(
    "how much is always said: scope %s deletes nothing",
    async (scope) => {
      await using server = await startServer();
      const seat = await server.join();
      const suffix = scope === undefined ? "/mine" : `/mine?scope=${scope}`;
      const response = await server.asStranger(suffix, { method: "DELETE", headers: cookieOf(server, seat) });
      expect(response.status).toBe(400);
      expect(await server.database.reader.participant.count()).toBe(1);
    },
  );
});

test("[G4] the data of a removed seat can be deleted, and it stays removed: only its number is left", async () => {
  await using room = await lesson();
  const { server, host, seat } = room;
  await host.send("host:remove", { participantId: seat.participantId });
  expect((await mine(server, seat)).status).toBe(200);
  const response = await mine(server, seat, "seat");
  expect([response.status, response.headers.get("set-cookie")]).toEqual([204, null]);
  for (const text of [...Object.values(WORDS), NAME])
    expect(await tablesWith(server.database, text)).toEqual([]);
  expect(await tablesWith(server.database, seat.participantId)).toEqual(["participant"]);
  await expect(server.connect("student", { ticket: seat.ticket })).rejects.toMatchObject({ code: "removed" });
  const again = await server.request(`/api/sessions/${server.session.code}/join`, {
    json: { name: NAME },
    headers: cookieOf(server, seat),
  });
  expect(again.status).toBe(403);
  // Nor does the host give it back, by its number.
  expect(await host.send("host:restore", { participantId: seat.participantId })).toMatchObject({
    entry: null,
  });
  await expect(server.connect("student", { ticket: seat.ticket })).rejects.toMatchObject({ code: "removed" });
});

describe("the host deletes", () => {
  const remove = (server: TestServer, suffix: string) => server.asHost(suffix, { method: "DELETE" });

  test("[G6] a person's words, or a person with everything, if the promise lets the host know who it is", async () => {
    await using room = await lesson("pseudonym");
    const { server, ada, seat } = room;
    expect((await remove(server, `/participants/${seat.participantId}?scope=words`)).status).toBe(204);
    await ada.hearsMine(({ posted }) => posted.length === 0);
    for (const text of Object.values(WORDS)) expect(await tablesWith(server.database, text)).toEqual([]);
    expect((await remove(server, `/participants/${seat.participantId}`)).status).toBe(400);
    expect((await remove(server, `/participants/${seat.participantId}?scope=seat`)).status).toBe(204);
    for (const text of [NAME, seat.name, seat.participantId])
      expect(await tablesWith(server.database, text)).toEqual([]);
    expect((await remove(server, `/participants/${seat.participantId}?scope=seat`)).status).toBe(404);
    const kinds = (await exported(server, "events")).map(({ actor, kind }) => `${actor} ${kind}`);
    expect(kinds.slice(-2)).toEqual(["host words-deleted", "host seat-deleted"]);
  });

  test("[G6] in an anonymous session no seat or words, because the host cannot know whose they are", async () => {
    await using room = await lesson("anonymous");
    const { server, seat } = room;
    for (const scope of ["words", "seat"])
      expect((await remove(server, `/participants/${seat.participantId}?scope=${scope}`)).status).toBe(403);
    expect(await tablesWith(server.database, WORDS.body)).toEqual(["rebuttal"]);
  });

  test.each(["anonymous", "pseudonym", "named"] as const)(
    "[G5] %s: a rebuttal, permanently",
    async (identity) => {
      await using room = await lesson(identity);
      const { server, host, ada, bob, posted } = room;
      await moveTo(host, "rebuttal");
      expect((await remove(server, `/rebuttals/${posted.id}`)).status).toBe(204);
      expect(await tablesWith(server.database, WORDS.body)).toEqual([]);
      expect(await tablesWith(server.database, WORDS.reason)).toEqual(["ballot"]);
      await ada.hearsRebuttals(({ removed }) => removed.includes(posted.id));
      await ada.hearsMine(({ posted }) => posted.length === 0);
      expect(await ada.send("rebuttal:post", posted)).toEqual(refused("duplicate"));
      expect((await remove(server, `/rebuttals/${posted.id}`)).status).toBe(404);
      expect((await bob.sync()).rebuttals.map(({ id }) => id)).not.toContain(posted.id);
    },
  );

  test("[G5] what went down with a hidden rebuttal stays down when that one is deleted, and the hiding cannot be taken back", async () => {
    await using room = await lesson();
    const { server, host, posted, reply } = room;
    const status = async () => (await exported(server, "rebuttals")).map(({ status }) => status);
    const hidden = await host.send("host:moderate", { rebuttalId: posted.id, action: "hide" });
    expect(await status()).toEqual(["hidden", "hidden"]);
    expect((await remove(server, `/rebuttals/${posted.id}`)).status).toBe(204);
    expect(await host.send("host:undo", { entry: (hidden as { entry: number }).entry })).toEqual(
      refused("not-found"),
    );
    await host.send("host:moderate", { rebuttalId: reply.id, action: "keep" });
    expect(await status()).toEqual(["hidden"]);
    await host.send("host:moderate", { rebuttalId: reply.id, action: "show" });
    expect(await status()).toEqual(["published"]);
  });

  test("everyone else is refused: students, strangers, other instructors, and the host in another session", async () => {
    await using room = await lesson();
    const { server, seat, posted } = room;
    const other = await server.open();
    const colleague = { cookie: await server.colleague() };
    for (const path of [`/participants/${seat.participantId}?scope=seat`, `/rebuttals/${posted.id}`]) {
      const status = async (headers: Record<string, string>) =>
        (await server.asStranger(path, { method: "DELETE", headers })).status;
      expect(await status({})).toBe(401);
      expect(await status(cookieOf(server, seat))).toBe(401);
      expect(await status(colleague)).toBe(403);
      const elsewhere = `/api/sessions/${other.code}${path}`;
      const headers = { cookie: server.cookie };
      expect((await server.request(elsewhere, { method: "DELETE", headers })).status).toBe(404);
    }
    expect(await tablesWith(server.database, WORDS.body)).toEqual(["rebuttal"]);
  });
});
