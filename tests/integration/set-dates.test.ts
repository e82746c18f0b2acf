import type { Logger } from "pino";
import { expect, test } from "vitest";
import { typedAt } from "#debate/rules/clock-times.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { createLog } from "#server/platform/log.ts";
import { moveOnDate } from "#server/sessions/move.ts";
import { createStore } from "#server/store/store.ts";
import { ballot, OK, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const HOUR = 60 * 60 * 1_000;
const ZONE = "Asia/Tokyo";
const OPENED = Date.parse("2026-11-30T00:00:00Z");
/** December 1, 08:00 in Tokyo. */
const FIRST = Date.parse("2026-11-30T23:00:00Z");
const HOMEWORK = {
  zone: ZONE,
  dates: [
    { phase: "before", at: "2026-12-01T08:00" },
    { phase: "reading", at: "2026-12-01T20:00" },
    { phase: "rebuttal", at: "2026-12-02T08:00" },
  ],
};

/** A server whose clock runs from a time that can be set. */
async function startAt(time: number, log?: Logger) {
  let offset = time - Date.now();
  const clock = () => Date.now() + offset;
  const server = await startServer({ clock, ...(log && { log }) });
  return { server, clock, setTo: (now: number) => (offset = now - Date.now()) };
}

/** As anyone is told it: a client that comes back after a restart has missed what happened meanwhile. */
const phaseComes = ({ request }: TestServer, code: string, phase: Phase) =>
  expect.poll(async () => (await (await request(`/api/sessions/${code}`)).json()).phase).toBe(phase);

const movesIn = (server: TestServer) =>
  server.database.reader.event.findMany({
    where: { kind: { in: ["phase", "date-missed"] } },
    orderBy: { id: "asc" },
    select: { actor: true, kind: true, detail: true },
  });

test("[P29] [P30] [P32] dates set at opening are told to everyone, and move the class once, also across restarts", async () => {
  const { server, setTo } = await startAt(OPENED);
  await using _ = server;
  const opened = await server.asInstructor("/api/sessions", {
    json: { debateId: "japan-russia-card", schedule: HOMEWORK },
  });
  const { code } = (await opened.json()) as { code: string };
  const host = await server.connect("host", { code });
  const ada = await server.connect("student", { code });
  const told = (await ada.sync()).session;
  expect(told).toMatchObject({ phase: "lobby", schedule: { zone: ZONE } });
  expect(told.schedule?.dates.map(({ phase, at }) => [phase, at - FIRST])).toEqual([
    ["before", 0],
    ["reading", 12 * HOUR],
    ["rebuttal", 24 * HOUR],
  ]);
  expect((await host.sync()).session.schedule).toEqual(told.schedule);

  // A second before the first date the server starts again.
  setTo(FIRST - 1_000);
  await server.restart();
  await phaseComes(server, code, "before");
  const vote = (await ada.sync()).session;
  expect(vote.schedule?.dates.map(({ phase }) => phase)).toEqual(["reading", "rebuttal"]);
  expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);

  // It was down at both other dates, and makes up for them in their order.
  setTo(FIRST + 48 * HOUR);
  await server.restart();
  await phaseComes(server, code, "rebuttal");
  const last = (await ada.sync()).session;
  expect(last.schedule).toBeUndefined();
  expect(await ada.send("ballot:cast", ballot("against", "before", 2))).toEqual(refused("wrong-phase"));
  await server.restart();
  await host.sync();
  expect(await movesIn(server)).toEqual(
    ["before", "reading", "rebuttal"].map((detail) => ({ actor: "timer", kind: "phase", detail })),
  );
});

test("[P30] of several that move a class at once, one does", async () => {
  const { server, clock, setTo } = await startAt(OPENED);
  await using _ = server;
  const [host] = await server.seats("host");
  expect(await host.send("host:dates", { schedule: HOMEWORK as never })).toMatchObject(OK);
  setTo(FIRST);
  const announce = { changed: () => undefined, mine: () => undefined, timer: () => undefined };
  const parts = { store: createStore(server.database), clock, announce } as never;
  const { id } = await server.database.reader.session.findFirstOrThrow();
  await Promise.all([1, 2, 3, 4].map(() => moveOnDate(parts, id)));
  expect(await movesIn(server)).toEqual([{ actor: "timer", kind: "phase", detail: "before" }]);
});

test.each([
  ["down over the closing date", 30, 48, "2026-12-03T08:00"],
  ["down over both dates", 49, 49, "2026-12-03T08:00"],
  ["late by some milliseconds, exactly a day before", 1e-5, 24, "2026-12-02T08:00"],
])("[P30] [P34] a server that was %s opens the later vote at its date", async (_, closes, opens, later) => {
  const { server, setTo } = await startAt(OPENED);
  await using _server = server;
  const dates = [
    { phase: "closed", at: "2026-12-01T08:00" },
    { phase: "later", at: later },
  ];
  const opened = await server.asInstructor("/api/sessions", {
    json: {
      debateId: "japan-russia-card",
      schedule: { zone: ZONE, dates },
      settings: { activities: { laterVote: {} } },
    },
  });
  const { code } = (await opened.json()) as { code: string };
  for (const hours of new Set([closes, opens])) {
    setTo(FIRST + hours * HOUR);
    await server.restart();
  }
  await phaseComes(server, code, "later");
});

test("[P31] what is wrong with a date is named, and nothing changes", async () => {
  const { server } = await startAt(OPENED);
  await using _ = server;
  const [host, ada] = await server.seats("host", "student");
  await host.send("host:dates", { schedule: HOMEWORK as never });
  const { version } = (await host.sync()).session;
  const problem = async (zone: string, ...dates: [Phase, string][]) => {
    const schedule = { zone, dates: dates.map(([phase, at]) => ({ phase, at })) };
    const answer = await host.send("host:dates", { schedule });
    return answer.ok ? "ok" : `${answer.code} ${answer.message}`;
  };
  expect(await problem(ZONE, ["before", "2026-11-30T08:59"])).toBe("malformed schedule.dates.0: past");
  expect(await problem("Europe/Berlin", ["before", "2027-03-28T02:30"])).toBe(
    "malformed schedule.dates.0: gap",
  );
  expect(await ada.raw("host:dates", { schedule: null })).toEqual(refused("forbidden"));
  expect((await host.sync()).session.version).toBe(version);

  const past = { zone: ZONE, dates: [{ phase: "before", at: "2026-11-01T08:00" }] };
  const open = (body: object) =>
    server.asInstructor("/api/sessions", {
      json: { debateId: "japan-russia-card", ...body },
    });
  const refusedOpening = await open({ schedule: past });
  expect([refusedOpening.status, await refusedOpening.json()]).toMatchObject([
    400,
    { error: { code: "malformed", message: "schedule.dates.0: past" } },
  ]);
  expect(await server.database.reader.session.count()).toBe(1);
  // [P29] A rehearsal can have them.
  expect((await open({ schedule: HOMEWORK, simulated: 5 })).status).toBe(201);
});

test("[P30] a date whose time has come, but not its class, is dropped and logged", async () => {
  const { server, clock, setTo } = await startAt(OPENED);
  await using _ = server;
  const [host] = await server.seats("host");
  await host.send("host:later-vote", { planned: true });
  const at = typedAt(clock() + 30 * HOUR, ZONE);
  const answer = await host.send("host:dates", { schedule: { zone: ZONE, dates: [{ phase: "later", at }] } });
  expect(answer).toMatchObject(OK);
  setTo(OPENED + 48 * HOUR);
  await server.restart();
  await expect.poll(() => movesIn(server)).toHaveLength(1);
  expect((await host.sync()).session).not.toHaveProperty("schedule");
  expect((await host.sync()).session.phase).toBe("lobby");
  expect(await movesIn(server)).toEqual([{ actor: "timer", kind: "date-missed", detail: "later" }]);
});

test("[P8] [P30] a session that can't be read keeps no other from its dates, and no server from starting", async () => {
  const lines: string[] = [];
  const log = createLog("error", { write: (line) => void lines.push(line) });
  const { server, setTo } = await startAt(OPENED, log);
  await using _ = server;
  const open = async () => {
    const json = { debateId: "japan-russia-card", schedule: HOMEWORK };
    const opened = await server.asInstructor("/api/sessions", { json });
    return ((await opened.json()) as { code: string }).code;
  };
  const [one, other, sound] = [await open(), await open(), await open()];
  const spoil = (code: string, data: { settings: string } | { schedule: string }) =>
    server.database.write((to) => to.session.update({ where: { code }, data }));
  await spoil(one, { settings: "not for any log" });
  await spoil(other, { schedule: "{}" });
  setTo(FIRST);
  await server.restart();
  await phaseComes(server, sound, "before");
  const told = lines.map((line) => JSON.parse(line)).filter(({ session }) => session !== undefined);
  const { reader } = server.database;
  const spoilt = await reader.session.findMany({ where: { code: { in: [one, other] } } });
  expect(new Set(told.map(({ session }) => session))).toEqual(new Set(spoilt.map(({ id }) => id)));
  expect(told).toHaveLength(2);
  expect(lines.join()).not.toContain("not for any log");
  await server.database.write((to) =>
    to.session.deleteMany({ where: { id: { in: spoilt.map(({ id }) => id) } } }),
  );
});
