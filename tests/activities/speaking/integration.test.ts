import { describe, expect, test } from "vitest";
import type { Speaking } from "#debate/activities/speaking/rules.ts";
import { move } from "#server/sessions/move.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { cookieOf, exported, mine } from "#tests/support/marked-lesson.ts";
import { restoreSeat } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { dump, tablesWith } from "#tests/support/tables.ts";

const MINUTE = 60_000;

/** A class that argues, with Ada and Bob, and a clock that the test sets. */
async function arguing(given: GivenSettings = {}) {
  const time = { now: Date.UTC(2026, 10, 26) };
  const settings = { activities: { speaking: {} }, identity: "named", ...given } as const;
  const server = await startServer({ settings, clock: () => time.now });
  const [host, screen] = await server.seats("host", "screen");
  const names = settings.identity === "anonymous" ? [undefined, undefined] : ["Ada", "Bob"];
  const [seat, other] = [await server.join(names[0]), await server.join(names[1])];
  const [ada, bob] = [
    await server.connect("student", { ticket: seat.ticket }),
    await server.connect("student", { ticket: other.ticket }),
  ];
  await moveTo(host, "rebuttal", settings);
  return {
    ...{ server, host, screen, seat, other, ada, bob },
    wait: (milliseconds: number) => {
      time.now += milliseconds;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const ask = (client: Client, side: "for" | "against" = "for") => client.send("speak:ask", { on: true, side });
const leave = (client: Client) => client.send("speak:ask", { on: false });
const call = (host: Client, participantId: string | null) => host.send("host:speaker", { participantId });
const speaking = async (client: Client) => (await client.sync()).session.speaking as Speaking;
const speech = async (client: Client) => (await client.sync()).you?.speech;

describe("[P11] a request to speak", () => {
  test("is one a seat, in the order of asking, moves to the other side, and is taken back", async () => {
    await using room = await arguing();
    const { host, ada, bob } = room;
    expect(await ask(bob)).toEqual(OK);
    expect(await ask(ada)).toEqual(OK);
    expect(await ask(bob, "against")).toEqual(OK);
    expect(await speaking(host)).toEqual({
      spoken: { for: 0, against: 0 },
      waiting: { for: 1, against: 1 },
      speakers: [
        { participantId: bob.participantId, side: "against", name: "Bob" },
        { participantId: ada.participantId, side: "for", name: "Ada" },
      ],
    });
    expect(await speech(bob)).toEqual({ side: "against" });
    expect(await leave(bob)).toEqual(OK);
    expect(await leave(bob)).toEqual(OK);
    expect(await speech(bob)).toBeUndefined();
    expect((await speaking(host)).waiting).toEqual({ for: 1, against: 0 });
  });

  test("[B5] [W1] is refused without the setting, without a side, and outside of the phase", async () => {
    await using room = await arguing({ activities: {} });
    expect(await ask(room.ada)).toEqual(refused("wrong-phase"));
    expect(await call(room.host, null)).toEqual(refused("wrong-phase"));
    expect(await room.ada.send("speak:ask", { on: true })).toEqual(refused("malformed"));
    expect((await room.host.sync()).session).not.toHaveProperty("speaking");
    expect(await exported(room.server, "speaking")).toEqual([]);
    await using other = await arguing();
    await moveTo(other.host, "after");
    expect(await ask(other.ada)).toEqual(refused("wrong-phase"));
  });

  test("is one of at most 60 that wait", async () => {
    await using room = await arguing();
    const { server, ada, bob, host } = room;
    const { id: sessionId } = await server.database.reader.session.findFirstOrThrow();
    const ids = Array.from({ length: 60 }, (_, n) => `00000000-0000-4000-8000-0000000000${n + 10}`);
    await server.database.write(async (to) => {
      const seats = ids.map((id) => ({ id, sessionId, name: id, joinedAt: 0n }));
      await to.participant.createMany({ data: seats });
      const speeches = ids.map((id, n) => ({ id, sessionId, participantId: id, side: "for", number: n + 1 }));
      await to.speech.createMany({ data: speeches });
    });
    expect(await ask(ada)).toEqual(refused("too-many"));
    await call(host, ids[0] ?? "");
    expect(await ask(ada)).toEqual(OK);
    expect(await ask(bob)).toEqual(refused("too-many"));
  });

  test("ends when the class moves on, and so does a speech, whose time stays", async () => {
    await using room = await arguing();
    const { host, ada, bob, wait } = room;
    await ask(ada);
    await ask(bob, "against");
    await call(host, ada.participantId);
    wait(MINUTE);
    await moveTo(host, "after");
    expect((await host.sync()).session).not.toHaveProperty("speaking");
    expect([await speech(ada), await speech(bob)]).toEqual([undefined, undefined]);
    await bob.hearsMine((own) => own.speech === undefined);
    await moveTo(host, "rebuttal");
    expect(await speaking(host)).toEqual({
      spoken: { for: MINUTE, against: 0 },
      waiting: { for: 0, against: 0 },
      speakers: [],
    });
  });
});

test("[P11] someone who asks in the moment before a move is told that the request is dropped", async () => {
  await using room = await arguing();
  const { server, ada } = room;
  const { id, version } = await server.database.reader.session.findFirstOrThrow();
  const store = createStore(server.database);
  const told: string[] = [];
  const announce = {
    ...{ changed: () => undefined, timer: () => undefined },
    mine: (seat: string) => told.push(seat),
  };
  const sessions: typeof store.sessions = {
    ...store.sessions,
    async change(...change) {
      expect(await ask(ada)).toEqual(OK);
      return store.sessions.change(...change);
    },
  };
  const parts = { store: { ...store, sessions }, clock: Date.now, announce } as never;
  expect(await move(parts, id, { to: "after", version })).toMatchObject(OK);
  expect(told).toEqual([ada.participantId]);
});

describe("[P12] a speech", () => {
  test("is held by one at a time, and counted for its side, also over a restart", async () => {
    await using room = await arguing();
    const { server, host, screen, ada, bob, wait } = room;
    await ask(ada);
    await ask(bob, "against");
    expect(await call(host, ada.participantId)).toEqual(OK);
    await ada.hearsMine((own) => own.speech?.called === true);
    wait(MINUTE);
    // The same again changes nothing.
    expect(await call(host, ada.participantId)).toEqual(OK);
    expect(await call(host, bob.participantId)).toEqual(OK);
    expect(await speech(ada)).toBeUndefined();
    wait(MINUTE / 2);
    await server.restart();
    const { now, spoken } = await speaking(await server.connect("host"));
    expect([now?.name, now?.side, spoken]).toEqual(["Bob", "against", { for: MINUTE, against: 0 }]);
    const again = await server.connect("host");
    expect(await call(again, null)).toEqual(OK);
    expect(await call(again, null)).toEqual(OK);
    expect((await speaking(again)).spoken).toEqual({ for: MINUTE, against: MINUTE / 2 });
    expect(await call(again, ada.participantId)).toEqual(refused("not-found"));
    await screen.sees((seen) => seen.speaking?.spoken.against === MINUTE / 2);
    // [R11] Of the speeches only the log says who held them.
    expect(await exported(server, "events")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "speaker", detail: "Ada" }),
        expect.objectContaining({ kind: "speaker", detail: "Bob" }),
        expect.objectContaining({ kind: "speaker-done", detail: "" }),
      ]),
    );
    expect((await dump(server.database)).speech).toBe("[]");
    // [V8] Asked again and taken back, it is one more request.
    await ask(ada);
    await leave(ada);
    await ask(ada);
    await ask(ada, "against");
    expect(await exported(server, "speaking")).toEqual([
      { what: "spoken", side: "for", count: MINUTE },
      { what: "spoken", side: "against", count: MINUTE / 2 },
      { what: "requests", side: null, count: 4 },
    ]);
  });
});

describe("[P13] a seat that is gone", () => {
  test.each(["removed", "deleted"] as const)(
    "is not in the queue once it was %s, and speaks no more",
    async (how) => {
      await using room = await arguing();
      const { server, host, seat, other, ada, bob, wait } = room;
      await ask(ada);
      await ask(bob, "against");
      await call(host, ada.participantId);
      wait(MINUTE);
      for (const each of [seat, other])
        if (how === "removed") await host.send("host:remove", { participantIds: [each.participantId] });
        else await mine(server, each, "seat");
      expect(await speaking(host)).toEqual({
        spoken: { for: MINUTE, against: 0 },
        waiting: { for: 0, against: 0 },
        speakers: [],
      });
      if (how === "deleted") return;
      for (const _ of [seat, other]) expect(await restoreSeat(host)).toMatchObject(OK);
      expect((await speaking(host)).speakers).toEqual([]);
    },
  );
});

describe("[P14] who speaks", () => {
  test("[V7] is a number in an anonymous session, new with each request, and no log or list has the seat", async () => {
    await using room = await arguing({ identity: "anonymous" });
    const { server, host, seat, ada, bob } = room;
    await ask(ada);
    await ask(bob);
    const [first, second] = (await speaking(host)).speakers ?? [];
    expect(first).toEqual({ participantId: expect.any(String), side: "for", number: 1 });
    expect(await call(host, seat.participantId)).toEqual(refused("not-found"));
    expect(await call(host, first?.participantId ?? "")).toEqual(OK);
    await ada.hearsMine((own) => own.speech?.called === true && own.speech.number === 1);
    await call(host, second?.participantId ?? "");
    await ask(ada);
    const again = (await speaking(host)).speakers?.[0];
    expect(again).toMatchObject({ number: 3 });
    expect(again?.participantId).not.toBe(first?.participantId);
    for (const told of [host.heard, await exported(server, "events"), await host.sync()])
      expect(JSON.stringify(told)).not.toContain(seat.participantId);
    expect((await dump(server.database)).event).not.toContain(seat.participantId);
  });
});

test("[P15] of the queue a phone is sent its own request only", async () => {
  await using room = await arguing();
  const { host, ada, bob } = room;
  const before = bob.heard.filter(({ name }) => name === "session").length;
  await ask(ada);
  await call(host, ada.participantId);
  await ada.hearsMine((own) => own.speech?.called === true);
  expect(bob.heard.filter(({ name }) => name === "mine")).toEqual([]);
  expect(bob.heard.filter(({ name }) => name === "session")).toHaveLength(before);
  expect(JSON.stringify(await bob.sync())).not.toContain("speaking");
});

test("[G1] [G3] a request is in the download of its student, and goes with the seat", async () => {
  await using room = await arguing();
  const { server, seat, ada } = room;
  await ask(ada, "against");
  const own = await server.asStranger("/mine", { headers: cookieOf(server, seat) });
  expect(await own.json()).toMatchObject({ speech: { side: "against", number: 1, called: false } });
  await mine(server, seat, "seat");
  expect(await tablesWith(server.database, seat.participantId)).toEqual([]);
});
