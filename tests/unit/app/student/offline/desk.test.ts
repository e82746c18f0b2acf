import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDesk } from "#app/student/offline/desk.ts";
import type { BallotPayload, Parcel } from "#app/student/offline/outbox.ts";
import type { Refusal } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Mine, MyBallot, Rebuttal } from "#debate/rules/snapshot.ts";
import { fakeStorage } from "#tests/support/storage.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 100_000 });
  vi.stubGlobal("window", fakeStorage().tab());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A phone, and a server that knows one ballot of the seat and stores by [B3]. */
function phone(stored: MyBallot, { isOpen = true } = {}) {
  const mine = { participantId: "ada", name: "", endorsed: [], posted: [], reported: [] };
  const server = { ballot: stored, heard: [] as number[] };
  let you: Mine = { ...mine, ballots: { before: stored } };
  const refused: Refusal[] = [];
  const send = async (_name: string, { round: _, ...ballot }: BallotPayload) => {
    expect(ballot).not.toHaveProperty("castAt");
    server.heard.push(ballot.seq);
    if (ballot.seq <= server.ballot.seq) return { ok: true };
    if (!isOpen) return { ok: false, code: "wrong-phase" };
    server.ballot = { ...ballot, castAt: Date.now() };
    return { ok: true };
  };
  const live = {
    send: send as never,
    resync: vi.fn(),
    state: () => ({ you, rebuttals: new Map() }),
    assume(change: { you?: Mine | null }) {
      you = change.you ?? you;
    },
  };
  const { outbox } = openDesk({
    ...{ code: "4K7M2Q", participantId: "ada", settings: Settings.parse({}), live },
    onRefused: (_parcel, code) => refused.push(code),
  });
  return {
    server,
    refused,
    shown: () => you.ballots.before,
    /** The answer to what is sent at once comes later. */
    taps(ballot: Omit<BallotPayload, "round">) {
      outbox.put({ name: "ballot:cast", payload: { round: "before", ...ballot } });
      outbox.open();
      outbox.hurry();
    },
    async sends(ballot: Omit<BallotPayload, "round">) {
      this.taps(ballot);
      await this.settles();
    },
    async settles() {
      await vi.advanceTimersByTimeAsync(100);
      if (refused.length === 0) expect(outbox.waiting()).toEqual([]);
    },
  };
}

for (const seq of [2, 1])
  test(`[B7] a tap that is newer than another device's with counter 2 is sent again above it, from ${seq}`, async () => {
    const ada = phone({ choice: "undecided", seq: 2, castAt: 90_000 });
    await ada.sends({ choice: "against", seq, castAt: 95_000 });
    expect(ada.server.heard).toEqual([seq, 3]);
    expect(ada.server.ballot).toMatchObject({ choice: "against", seq: 3 });
    expect(ada.shown()).toMatchObject({ choice: "against", seq: 3 });
  });

for (const seq of [2, 1])
  test(`[B7] an older tap leaves the other device's ballot, and is not shown as stored, from ${seq}`, async () => {
    const ada = phone({ choice: "undecided", seq: 2, castAt: 90_000 });
    await ada.sends({ choice: "against", seq, castAt: 85_000 });
    expect(ada.server.heard).toEqual([seq]);
    expect(ada.server.ballot).toMatchObject({ choice: "undecided", seq: 2 });
    expect(ada.shown()).toMatchObject({ choice: "undecided", seq: 2 });
  });

test("[B7] the very same ballot, whose answer was lost, is sent once and changes nothing", async () => {
  const ada = phone({ choice: "for", seq: 2, reason: "Geography.", castAt: 90_000 });
  await ada.sends({ choice: "for", seq: 2, reason: "Geography. ", castAt: 91_000 });
  expect(ada.server.heard).toEqual([2]);
  expect(ada.shown()).toMatchObject({ choice: "for", seq: 2 });
});

test("[B7] a tap while an older one is being sent stays the newest, whatever another device had stored", async () => {
  const ada = phone({ choice: "undecided", seq: 4, castAt: 90_000 });
  ada.taps({ choice: "for", seq: 2, castAt: 95_000 });
  // Its answer is under way.
  ada.taps({ choice: "against", seq: 3, castAt: 96_000 });
  await ada.settles();
  expect(ada.server.ballot).toMatchObject({ choice: "against" });
  expect(ada.shown()).toMatchObject({ choice: "against" });
});

/** A phone whose server answers as told. */
function deskOf(you: Mine, answers: (() => object)[]) {
  const refused: string[] = [];
  let rebuttals: ReadonlyMap<string, Rebuttal> = new Map();
  const live = {
    send: (async () => answers.shift()?.()) as never,
    resync: vi.fn(),
    state: () => ({ you, rebuttals }),
    assume(change: { you?: Mine | null; rebuttals?: ReadonlyMap<string, Rebuttal> }) {
      you = change.you ?? you;
      rebuttals = change.rebuttals ?? rebuttals;
    },
  };
  const desk = openDesk({
    ...{ code: "4K7M2Q", participantId: "ada", settings: Settings.parse({}), live },
    onRefused: (parcel, code) => refused.push(`${parcel.name} ${code}`),
  });
  return {
    ...desk,
    refused,
    resync: live.resync,
    you: () => you,
    statuses: () => [...rebuttals.values()].map(({ status }) => status),
    learns: (news: Partial<Mine>) => (you = { ...you, ...news }),
  };
}
const MINE: Mine = { participantId: "ada", name: "", ballots: {}, endorsed: [], posted: [], reported: [] };

test("[V16] a guess is kept until the server has it, and one that came too late is told and not kept", async () => {
  const { outbox, you, refused } = deskOf(MINE, [
    () => ({ ok: false, code: "busy" }),
    () => ({ ok: true }),
    () => ({ ok: false, code: "wrong-phase" }),
  ]);
  const guess = (share: number) => outbox.put({ name: "guess:cast", payload: { share, version: 1 } });
  guess(30);
  guess(42);
  expect(outbox.waiting().map(({ payload }) => payload)).toEqual([{ share: 42, version: 1 }]);
  outbox.open();
  await vi.advanceTimersByTimeAsync(10);
  expect([you().guess, outbox.waiting().length]).toEqual([undefined, 1]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([you().guess, outbox.waiting().length]).toEqual([42, 0]);
  guess(50);
  await vi.advanceTimersByTimeAsync(10);
  expect([you().guess, outbox.waiting().length, refused]).toEqual([42, 0, ["guess:cast wrong-phase"]]);
});

test("[P27] lines to an earlier partner come back to the field, and are not shown among those of the next, whom the phone asks for", async () => {
  const sits = (group: string) => ({
    pair: { table: 1, group, since: 1, place: 0, partners: [], lines: [] },
  });
  const ada = deskOf({ ...MINE, ...sits("before") }, [
    () => ada.learns(sits("now")) && { ok: true },
    () => ({ ok: false, code: "stale" }),
    () => ({ ok: false, code: "stale" }),
    () => ({ ok: true }),
  ]);
  const say = (body: string, group: string) =>
    ada.outbox.put({ name: "pairs:say", payload: { id: body, body, to: { group, since: 1 } } });
  for (const body of ["Read there.", "One.", "Two."]) say(body, "before");
  say("Hello.", "now");
  ada.outbox.open();
  await vi.advanceTimersByTimeAsync(10);
  expect(ada.line.value()).toBe("One.\nTwo.");
  expect(ada.refused).toEqual(["pairs:say stale", "pairs:say stale"]);
  expect(ada.resync).toHaveBeenCalledTimes(2);
  const { pair } = ada.you();
  expect(pair).toMatchObject({ lines: [{ body: "Hello." }] });
  expect(JSON.stringify(pair)).not.toContain("Read there.");
});

test("[R37] a rebuttal is shown as waiting from the answer on that says so, and so is a change", async () => {
  const { outbox, statuses } = deskOf(MINE, [
    () => ({ ok: true, id: "held", waits: true }),
    () => ({ ok: true }),
    () => ({ ok: true, waits: true }),
  ]);
  outbox.open();
  const seen: string[][] = [];
  const sends = async (parcel: Parcel) => {
    outbox.put(parcel);
    await vi.advanceTimersByTimeAsync(100);
    seen.push(statuses());
  };
  await sends({ name: "rebuttal:post", payload: { id: "held", side: "for", body: "Ask @bob_k" } });
  await sends({ name: "rebuttal:edit", payload: { rebuttalId: "held", body: "Ask no one." } });
  await sends({ name: "rebuttal:edit", payload: { rebuttalId: "held", body: "Ask @bob_k" } });
  expect(seen).toEqual([["pending"], ["published"], ["pending"]]);
});
