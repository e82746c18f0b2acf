import { describe, expect, test } from "vitest";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { cookieOf, exported, markedLesson, mine, NAME, WORDS } from "#tests/support/marked-lesson.ts";
import { entryOf } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

describe("[G1] a student downloads what is stored about them", () => {
  test("all of it, and nothing about anyone else", async () => {
    await using room = await markedLesson("pseudonym");
    const { server, seat, other, posted, reply } = room;
    const response = await mine(server, seat);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="${server.session.code}-my-data.json"`,
    );
    const text = await response.text();
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
    expect(JSON.parse(text)).toMatchObject({
      session: { code: server.session.code, resolution: expect.any(String), identity: "pseudonym" },
      seat: {
        id: seat.participantId,
        name: seat.name,
        realName: NAME,
        joinedAt: iso,
        removedAt: null,
        wordsDeletedAt: null,
        withdrawn: 0,
        firstSide: null,
        readBoth: false,
      },
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
      endorsedAt: [{ rebuttalId: reply.id, at: iso }],
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
    await using room = await markedLesson();
    const { server, seat, reply } = room;
    const results = async () => (await (await server.asHost("/results")).json()) as { paired: unknown };
    const { paired } = await results();
    for (const text of Object.values(WORDS)) expect(await tablesWith(server.database, text)).not.toEqual([]);

    expect((await mine(server, seat, "words")).status).toBe(204);
    for (const text of Object.values(WORDS)) expect(await tablesWith(server.database, text)).toEqual([]);
    expect(await tablesWith(server.database, NAME)).toEqual(["participant"]);
    expect((await results()).paired).toEqual(paired);
    const ballots = await exported(server, "ballots");
    expect(ballots.filter(({ participant }) => participant === NAME)).toEqual([
      expect.objectContaining({ round: "before", choice: "for", confidence: 4, reason: null }),
      expect.objectContaining({
        round: "after",
        choice: "undecided",
        creditRebuttal: reply.id,
        creditWhy: null,
      }),
    ]);
  });

  test("every screen drops it at once, the projector what it shows, and the phone continues", async () => {
    await using room = await markedLesson();
    const { server, host, ada, bob, seat, posted } = room;
    await moveTo(host, "rebuttal");
    await host.send("host:wall", { show: { rebuttalId: posted.id } });
    const screen = await server.connect("screen");
    expect((await screen.sync()).session.wall).toEqual({ rebuttalId: posted.id });
    expect((await mine(server, seat, "words")).status).toBe(204);
    for (const client of [host, screen, bob, ada])
      await client.hearsRebuttals(({ removed }) => removed.includes(posted.id));
    await ada.hearsMine(({ posted }) => posted.length === 0);
    expect((await screen.sync()).session.wall).toBeUndefined();
    // [G5] The phone that sends it again does not bring it back.
    expect(await ada.send("rebuttal:post", posted)).toEqual(refused("duplicate"));
    expect(await ada.send("rebuttal:post", rebuttal())).toMatchObject(OK);
  });
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
  } satisfies Record<string, (room: Awaited<ReturnType<typeof markedLesson>>) => Promise<Response>>;

  test.each(["words", "seat", "rebuttal"] as const)("%s", async (what) => {
    await using room = await markedLesson();
    const phone = await room.server.connect("student", { ticket: room.seat.ticket });
    expect((await deletions[what](room)).status).toBe(204);
    for (const device of [room.ada, phone])
      await device.hearsMine(({ reported, endorsed }) => reported.length === 0 && endorsed.length === 0);
  });
});

describe("[G3] a student deletes their seat", () => {
  test.each(["anonymous", "named"] as const)(
    "%s: nothing about it is left in any table, and the counts are as if it had never been there",
    async (identity) => {
      await using room = await markedLesson(identity);
      const { server, host, ada, seat, posted, reply } = room;
      const cutOff = new Promise((resolve) => ada.socket.once("disconnect", resolve));
      const response = await mine(server, seat, "seat");
      expect(response.status).toBe(204);
      expect(response.headers.get("set-cookie")).toContain(`seat-${server.session.code}=; Path=/`);
      expect(await cutOff).toBe("io server disconnect");
      for (const text of [...Object.values(WORDS), NAME, seat.participantId])
        expect(await tablesWith(server.database, text)).toEqual([]);
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
    await using room = await markedLesson();
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
});

test("[G4] the data of a removed seat can be deleted, and it stays removed: only its number is left", async () => {
  await using room = await markedLesson();
  const { server, host, seat } = room;
  const removed = await host.send("host:remove", { participantIds: [seat.participantId] });
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
  // Nor can the host undo its removal.
  expect(await host.send("host:undo", { entries: [entryOf(removed)] })).toEqual(refused("not-found"));
  await expect(server.connect("student", { ticket: seat.ticket })).rejects.toMatchObject({ code: "removed" });
});
