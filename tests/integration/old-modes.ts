import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";
import { type Kept, keptOf } from "#tests/fixtures/databases/kept.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { dump } from "#tests/support/tables.ts";

type Session = { code: string; phase: string; settings: GivenSettings; seats: Seat[]; kept: Kept };
type Room = Session & { server: TestServer; host: Client; students: Client[] };

/** A session of the newer modes tells what it told and goes on where it stood. */
export async function goesOn(server: TestServer, session: Session): Promise<void> {
  const { code, seats, phase, settings, kept } = session;
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { code, ticket })));
  const host = await server.connect("host", { code });
  const room = { ...session, server, host, students };
  expect(asWritten(await keptOf(server, room))).toMatchObject(asToldNow(withoutDropped(kept)));
  if (settings.activities?.steelman) await expectRatingsToldToWritersOnly(room);
  if (phase === "results") await exitTicketsAreWritten(room);
  if (phase === "rebuttal") await arguingGoesOn(room);
  if (phase === "pairs") await pairsGoOn(room);
  if (phase === "steelman") await ratingGoesOn(room);
  if (phase === "after") await voteGoesOn(room);
  for (const client of [host, ...students]) client.close();
}

/** As it was written: JSON has no `undefined`. */
const asWritten = (kept: Kept): Kept => JSON.parse(JSON.stringify(kept));

const KINDS: unknown[] = [null, "evidence", "question", "concession", "counter"];

/** Whom starters were offered to and what rebuttals were called is no longer stored; [P27] the group of a table is told by its own id. */
const withoutDropped = (kept: Kept): Kept =>
  JSON.parse(JSON.stringify(kept), (key, value) => {
    if (Array.isArray(value)) return value.filter((each) => each?.what !== "starters");
    if (key === "pair" && value?.group) return { ...value, group: expect.any(String) };
    return key === "starters" || (key === "kind" && KINDS.includes(value)) ? undefined : value;
  });

/** [R10] The version before told of open reports of a merged rebuttal as if it had been taken down. */
function asToldNow(kept: Kept): Kept {
  const { rebuttals = [], queue = 0, ...host } = kept.host as { rebuttals?: Rebuttal[]; queue?: number };
  const merged = rebuttals.filter(({ mergedInto, reports }) => mergedInto && (reports?.length ?? 0) > 0);
  if (merged.length === 0) return kept;
  const moved = (rebuttal: Rebuttal): Rebuttal => {
    const own = merged.includes(rebuttal) ? [] : (rebuttal.reports ?? []);
    const theirs = merged.filter(({ mergedInto }) => mergedInto === rebuttal.id);
    return { ...rebuttal, reports: [...own, ...theirs.flatMap(({ reports = [] }) => reports)] };
  };
  const waits = (report: Mine["reported"][number]) =>
    merged.some(({ id }) => id === report.rebuttalId) ? { ...report, outcome: "waiting" as const } : report;
  const students = (kept.students as Mine[]).map((you) => ({ ...you, reported: you.reported?.map(waits) }));
  const news = { rebuttals: rebuttals.map(moved), queue: queue + merged.length };
  return { ...kept, host: { ...host, ...news }, students };
}

const mineOf = async (client: Client | undefined) => (await client?.sync())?.you as Mine;
const toldIn = (kept: Kept, n: number) => kept.students[n] as Mine;

async function exitTicketsAreWritten({ host, students }: Room) {
  expect(await students[2]?.send("exit:write", { moved: "The charter." })).toEqual(OK);
  await host.sees(({ exitTickets }) => exitTickets === 3);
}

/** The next speaker is called, and a merge is still one that can be undone. */
async function arguingGoesOn({ host, students }: Room) {
  const { session, rebuttals } = await host.sync();
  const next = session.speaking?.speakers?.[0]?.participantId ?? "";
  expect(await host.send("host:speaker", { participantId: next })).toEqual(OK);
  const caller = students.find(({ participantId }) => participantId === next);
  expect((await mineOf(caller)).speech).toMatchObject({ called: true });
  const merged = rebuttals.find(({ mergedInto }) => mergedInto !== undefined) as Rebuttal;
  const line = ((await host.sync()).log ?? []).find(
    ({ kind, rebuttalId }) => kind === "merge" && rebuttalId === merged.id,
  );
  expect(await host.send("host:undo", { entries: [line?.id ?? 0] })).toMatchObject(OK);
  const seen = async (id: string) => (await students[0]?.sync())?.rebuttals.find((each) => each.id === id);
  expect(await seen(merged.id)).toMatchObject({ status: "published" });
  const edited = rebuttals.find((each) => each.edited);
  const author = students.find(({ participantId }) => participantId === edited?.participantId);
  const change = { rebuttalId: edited?.id ?? "", body: "Third words." };
  expect(await author?.send("rebuttal:edit", change)).toEqual(OK);
  expect(await seen(change.rebuttalId)).toMatchObject({ body: "Third words.", edited: true });
}

/** The script runs on, lines are read at the same table, and whoever left the phase comes back to their table. */
async function pairsGoOn({ host, students, settings, kept, phase }: Room) {
  const { pairs } = (await host.sync()).session;
  if (settings.activities?.pairs?.by === "text") {
    const at = (n: number) => toldIn(kept, n).pair as { table: number };
    const partner = students.findIndex((_, n) => n > 0 && at(n).table === at(0).table);
    expect(await students[0]?.send("pairs:say", { id: randomUUID(), body: "One more." })).toMatchObject(OK);
    const { pair } = await mineOf(students[partner]);
    expect(pair).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ body: "One more." })]),
    });
    expect(JSON.stringify(pair)).not.toMatch(/traitor|Hidden/u);
  } else {
    expect(pairs?.startedAt).toBeDefined();
    expect(students.map((_, n) => toldIn(kept, n).pair)).toContain("away");
  }
  const tables = async () => (await Promise.all(students.map(mineOf))).map(({ pair }) => pair);
  const before = await tables();
  await moveTo(host, "after", settings);
  expect((await mineOf(students[0])).pair).toBeUndefined();
  await moveTo(host, phase as "pairs", settings);
  expect(await tables()).toEqual(before);
}

/** [P19] What was said of a text is told to its writer, without names and without what only the host reads. */
async function expectRatingsToldToWritersOnly({ students, seats, kept }: Room) {
  for (const [n, student] of students.entries()) {
    const { steelman } = await mineOf(student);
    const told = toldIn(kept, n).steelman?.own?.scores ?? [];
    expect([steelman?.own?.scores ?? [], told.length]).toEqual([told, n === 2 ? 2 : 0]);
    const names = seats.filter((_, other) => other !== n).map(({ name }) => name);
    for (const name of names) expect(JSON.stringify(steelman ?? {})).not.toContain(name);
  }
}

async function ratingGoesOn({ students: [ada, , cyd] }: Room) {
  const open = (await mineOf(cyd)).steelman?.given.find(({ fair }) => fair === undefined);
  expect(await cyd?.send("steelman:rate", { steelmanId: open?.id ?? "", fair: true })).toEqual(OK);
  expect((await mineOf(ada)).steelman?.own?.scores).toEqual([{ fair: true }]);
}

async function voteGoesOn({ server, host, students, settings, code }: Room) {
  const change = { round: "after", choice: "for", seq: 2, outlook: { respect: 5 } } as const;
  expect(await students[2]?.send("ballot:cast", change)).toEqual({ ok: true, seq: 2 });
  expect(await students[5]?.send("ballot:cast", { ...change, seq: 1 })).toEqual({ ok: true, seq: 1 });
  await moveTo(host, "results", settings);
  const answer = await server.request(`/api/sessions/${code}/results`);
  const { rounds } = (await answer.json()) as Results;
  expect(rounds.at(-1)).toMatchObject({ round: "after", for: 4, against: 0, undecided: 0, n: 4 });
}

/** [G2] What the first of each class wrote goes from every table, [G3] and then their seats, with everything about them. */
export async function expectDeletions(server: TestServer, rooms: readonly Session[]): Promise<void> {
  const firsts = rooms.map(({ code, seats: [seat] }) => ({
    address: `/api/sessions/${code}/mine`,
    headers: { cookie: `seat-${code}=${seat?.ticket}` },
    id: seat?.participantId ?? "",
  }));
  const erase = async (scope: string) => {
    for (const { address, headers } of firsts) {
      const answer = await server.request(`${address}?scope=${scope}`, { method: "DELETE", headers });
      expect(answer.status).toBe(204);
    }
    return Object.values(await dump(server.database)).join();
  };
  const words = rooms.flatMap(({ kept }) => wordsIn(kept.own[0]));
  expect(words.length).toBeGreaterThan(0);
  const left = await erase("words");
  expect(words.filter((text) => left.includes(text))).toEqual([]);
  for (const { address, headers } of firsts) {
    const own = await (await server.request(address, { headers })).json();
    expect(own).toMatchObject({ rebuttals: [], reports: [], pairLines: [], steelman: null, exit: null });
  }
  const seated = await erase("seat");
  expect(firsts.filter(({ id }) => seated.includes(id))).toEqual([]);
}

type Own = Record<string, unknown>;
/** Everything in a download that its student wrote. */
function wordsIn(own: unknown): string[] {
  const { rebuttals, pairLines, steelman, steelmanRatings, exit } = own as Record<string, Own[]>;
  const written = [...(rebuttals ?? []), ...(pairLines ?? []), ...(steelmanRatings ?? []), steelman, exit];
  const fields = ["body", "why", "moved", "doubt", "reading"];
  return written.flatMap((row) => fields.flatMap((field) => (row as Own | null)?.[field] ?? [])) as string[];
}
