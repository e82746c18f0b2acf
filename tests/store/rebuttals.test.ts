import { expect } from "vitest";
import type { Quote } from "#debate/rules/rebuttals.ts";
import { contract, NOW, type Stored } from "#tests/store/contract.ts";

const SEATS = ["ada", "bob", "cyd", "dan", "eve"];

/** A class that argues: ada wrote r1, bob r2, and cyd answers r1 with r3. */
async function arguing({ session, seats, post }: Stored, settings = {}) {
  const sessionId = await session({ phase: "rebuttal", settings });
  await seats(sessionId, ...SEATS);
  await post(sessionId, "r1", "ada");
  await post(sessionId, "r2", "bob", { at: NOW + 1 });
  await post(sessionId, "r3", "cyd", { at: NOW + 2, replyTo: "r1" });
  return sessionId;
}

const by = (sessionId: string, participantId: string) => ({ sessionId, participantId });
const host = (sessionId: string) => ({ sessionId, actor: "host" as const, at: NOW });

contract(
  "[R4] [R14] rebuttals that arrive together are stored once each, within the room that there is",
  async (stored) => {
    const { store, post, read, session, seats, database } = stored;
    const here = await arguing(stored);
    const quote: Quote = { side: "against", n: 3, exact: 'it\'s 100 % "so"\n日本 🗳️' };
    const [first, again, others, removed, far] = await Promise.all([
      post(here, "r4", "dan", { quote, source: "§ 5", starter: "concede" }),
      post(here, "r4", "dan"),
      post(here, "r4", "eve"),
      post(here, "r5", "no one"),
      post("no session", "r6", "dan").catch(() => "failed"),
    ]);
    expect([first, again]).toMatchObject([{ value: { isNew: true } }, { value: { isNew: false } }]);
    expect([others, removed, far]).toMatchObject([
      { code: "duplicate" },
      { code: "not-found" },
      { code: "not-found" },
    ]);
    expect(await read.rebuttal.count()).toBe(4);
    const known = (await store.rebuttals.ofSession(here)).find(({ id }) => id === "r4");
    expect(known).toMatchObject({
      author: "dan",
      quote,
      source: "§ 5",
      starter: "concede",
      status: "published",
      at: NOW,
    });
    const many = Array.from({ length: 48 }, (_, n) => ({
      ...{
        id: `more ${n}`,
        sessionId: here,
        participantId: "ada",
        side: "for",
        body: "",
        at: 0n,
        changed: 99,
      },
      status: "hidden",
    }));
    await database.write((to) => to.rebuttal.createMany({ data: many }));
    const last = await Promise.all([post(here, "50th", "ada"), post(here, "51st", "ada")]);
    expect(last).toMatchObject([{ ok: true }, { code: "too-many" }]);
    expect(await store.rebuttals.isFull(by(here, "ada"), "one more")).toBe(true);
    expect(await store.rebuttals.isFull(by(here, "ada"), "r1")).toBe(false);
    expect(await store.rebuttals.isFull(by(here, "eve"), "one more")).toBe(false);
    const deed = { sessionId: here, at: NOW, actor: "host" as const };
    await store.erasure.rebuttal(deed, "r2");
    expect(await post(here, "r2", "bob")).toMatchObject({ code: "duplicate" });
    expect(await store.rebuttals.withdrawnSince(here, 1)).toEqual(["r2"]);
    const closed = await session({ phase: "closed" });
    await seats(closed, "zoe");
    expect((await post(closed, "r9", "zoe")).ok).toBe(false);
    await database.settled();
  },
);

contract(
  "[R5] [R34] endorsements that arrive together count once a seat, and none of one's own",
  async (stored) => {
    const { store, read, remove, versionOf } = stored;
    const here = await arguing(stored, { identity: "named" });
    const version = await versionOf(here);
    const endorse = (who: string, rebuttalId: string, on = true, edition?: number) =>
      store.rebuttals.endorse(by(here, who), { rebuttalId, on, edition, at: NOW });
    const all = [
      ...[endorse("bob", "r1"), endorse("bob", "r1"), endorse("cyd", "r1"), endorse("dan", "r1")],
      ...[
        endorse("dan", "r2"),
        endorse("dan", "r2", false),
        endorse("eve", "r1", true, 7),
        endorse("ada", "r1"),
      ],
      ...[endorse("ada", "none"), endorse("ada", "r3")],
    ];
    await store.rebuttals.settled();
    expect((await Promise.all(all)).map((answer) => (answer.ok ? "" : answer.code))).toEqual([
      ...["", "", "", "", "", "", "stale", "forbidden", "not-found", ""],
    ]);
    expect(await versionOf(here)).toBe(version + 1);
    expect(await read.endorsement.count()).toBe(4);
    const endorsed = async () =>
      Object.fromEntries((await store.rebuttals.ofSession(here)).map((each) => [each.id, each.endorsed]));
    expect(await endorsed()).toEqual({ r1: 3, r2: 0, r3: 1 });
    expect(await store.timeline.endorsements(here, [{ id: "r1", endorsed: 3 }])).toEqual(
      Array(3).fill(NOW / 1_000),
    );
    const taken = endorse("bob", "r1", false);
    await store.rebuttals.settled();
    await taken;
    expect(await endorsed()).toEqual({ r1: 2, r2: 0, r3: 1 });
    await remove("dan");
    store.rebuttals.forget(here);
    expect(await endorsed()).toEqual({ r1: 1, r2: 0, r3: 1 });
    expect(await store.timeline.endorsements(here, [{ id: "r1", endorsed: 3 }])).toHaveLength(1);
  },
);

contract(
  "[V7] an anonymous session keeps no times of endorsements, so its timeline has none",
  async (stored) => {
    const here = await arguing(stored, { identity: "anonymous" });
    const one = stored.store.rebuttals.endorse(by(here, "bob"), { rebuttalId: "r1", on: true, at: NOW });
    await stored.store.rebuttals.settled();
    expect(await one).toMatchObject({ ok: true });
    expect(await stored.read.endorsement.findMany()).toMatchObject([{ at: null }]);
    expect(await stored.store.timeline.endorsements(here, [{ id: "r1", endorsed: 1 }])).toBe(null);
  },
);

contract(
  "[R19] [B4] who was shown which rebuttal is stored once, and counted without removed seats",
  async (stored) => {
    const { store, remove, session, seats, post } = stored;
    const here = await arguing(stored);
    const there = await session({ phase: "rebuttal" });
    await seats(there, "far");
    await post(there, "x1", "far");
    const see = (who: string, ...ids: string[]) => store.rebuttals.seen(by(here, who), ids);
    const seen = [
      see("dan", "r1", "r2", "x1", "none"),
      see("dan", "r1"),
      see("eve", "r1", "r3"),
      see("no one", "r1"),
    ];
    const endorsing = store.rebuttals.endorse(by(here, "eve"), { rebuttalId: "r1", on: true, at: NOW });
    await store.rebuttals.settled();
    await Promise.all([...seen, endorsing]);
    expect(await store.rebuttals.exposed(here)).toBe(4);
    const inOrder = (all: readonly { rebuttalId: string; participantIds: readonly string[] }[]) =>
      all.map((each) => [each.rebuttalId, ...each.participantIds.toSorted()]).sort();
    const { endorsements, exposures } = await store.rebuttals.encounters(here);
    expect(inOrder(endorsements)).toEqual([["r1", "eve"]]);
    expect(inOrder(exposures)).toEqual([
      ["r1", "dan", "eve"],
      ["r2", "dan"],
      ["r3", "eve"],
    ]);
    await remove("eve");
    const after = await store.rebuttals.encounters(here);
    expect(inOrder(after.endorsements)).toEqual([["r1"]]);
    expect(inOrder(after.exposures)).toEqual([["r1", "dan"], ["r2", "dan"], ["r3"]]);
    expect(inOrder(await store.rebuttals.endorsements(here))).toEqual([["r1"]]);
  },
);

contract(
  "[R10] [R17] [R26] a report waits for the host until a decision settles it, and taking that back opens it again",
  async (stored) => {
    const { store, read } = stored;
    const here = await arguing(stored);
    const report = (who: string, reason: string) => store.rebuttals.report(by(here, who), "r1", reason, NOW);
    const queue = async () => (await store.sessions.room(here))?.queue;
    const reports = async () =>
      (await store.rebuttals.ofSession(here)).find(({ id }) => id === "r1")?.reports;
    await report("bob", "Rude.");
    await report("bob", "Very rude.");
    await report("cyd", "Off topic.");
    expect(await report("ada", "Mine.")).toMatchObject({ code: "forbidden" });
    expect((await reports())?.toSorted()).toEqual(["Off topic.", "Very rude."]);
    expect(await queue()).toBe(1);
    expect(await store.events.newestOf(here, 1)).toMatchObject([
      { kind: "reported", detail: "r1", count: 2 },
    ]);

    const decision = await store.moderation.moderate(host(here), [{ id: "r1" }], "hide");
    const [entry = 0] = decision.ok ? decision.value.entries : [];
    expect(decision).toMatchObject({ ok: true });
    expect([await queue(), await reports()]).toEqual([0, []]);
    const standings = async () =>
      Object.fromEntries((await store.rebuttals.ofSession(here)).map(({ id, status }) => [id, status]));
    expect(await standings()).toEqual({ r1: "hidden", r2: "published", r3: "hidden" });
    expect(await store.moderation.moderate(host(here), [{ id: "r1" }], "hide")).toMatchObject({
      value: { entries: [entry] },
    });
    expect(await store.moderation.takeBack(host(here), [entry], { seats: true })).toMatchObject({ ok: true });
    expect([await queue(), (await reports())?.length]).toEqual([1, 2]);
    expect(await standings()).toEqual({ r1: "published", r2: "published", r3: "published" });
    const kept = await store.moderation.moderate(host(here), [{ id: "r1" }], "keep");
    expect(kept).toMatchObject({ ok: true });
    await report("dan", "Still rude.");
    expect(await queue()).toBe(0);
    expect(await read.report.count({ where: { settled: true } })).toBe(3);
  },
);

contract(
  "[R24] [R30] [K4] a merged rebuttal's endorsers count once for what stands for it, without the authors of either",
  async (stored) => {
    const { store } = stored;
    const here = await arguing(stored);
    const endorse = async (who: string, rebuttalId: string, on = true) => {
      const answer = store.rebuttals.endorse(by(here, who), { rebuttalId, on, at: NOW });
      await store.rebuttals.settled();
      return answer;
    };
    await endorse("cyd", "r1");
    await endorse("cyd", "r2");
    await endorse("dan", "r2");
    await endorse("ada", "r2");
    expect(await store.moderation.merge(host(here), "r2", "r1")).toMatchObject({ ok: true });
    const head = async () => (await store.rebuttals.ofSession(here)).find(({ id }) => id === "r1");
    expect(await head()).toMatchObject({
      endorsed: 2,
      merged: [{ id: "r2", participantId: "bob", author: "bob" }],
    });
    expect(await endorse("bob", "r2")).toMatchObject({ code: "forbidden" });
    expect(await endorse("eve", "r2")).toMatchObject({ ok: true });
    expect((await head())?.endorsed).toBe(3);
    await endorse("dan", "r1", false);
    expect((await head())?.endorsed).toBe(2);
    const seen = [
      store.rebuttals.seen(by(here, "cyd"), ["r2"]),
      store.rebuttals.seen(by(here, "dan"), ["r2"]),
    ];
    await store.rebuttals.settled();
    await Promise.all(seen);
    expect(await store.rebuttals.exposed(here)).toBe(1);
    const { endorsements } = await store.rebuttals.encounters(here);
    const heard = endorsements.map(({ rebuttalId, merged = "", participantIds }) => [
      rebuttalId,
      merged,
      ...participantIds.toSorted(),
    ]);
    expect(heard.sort()).toEqual([
      ["r1", "", "cyd", "eve"],
      ["r1", "r2", "cyd"],
    ]);
    await store.rebuttals.report(by(here, "dan"), "r2", "Rude.", NOW);
    expect((await store.sessions.room(here))?.queue).toBe(1);
    expect((await store.rebuttals.headsIn(here)).get("r2")).toEqual({ id: "r1", status: "published" });
    expect(await store.moderation.merge(host(here), "r2", null)).toMatchObject({ ok: true });
    expect((await head())?.merged).toEqual([]);
  },
);

contract(
  "[R21] an edit replaces the words, drops what was said of the old ones, and is read by everyone",
  async (stored) => {
    const { store, read } = stored;
    const here = await arguing(stored);
    const before = await store.rebuttals.ofSession(here);
    const endorsing = store.rebuttals.endorse(by(here, "bob"), { rebuttalId: "r1", on: true, at: NOW });
    const seeing = store.rebuttals.seen(by(here, "cyd"), ["r1"]);
    await store.rebuttals.settled();
    await Promise.all([endorsing, seeing]);
    const edit = { ...by(here, "ada"), id: "r1", body: "Other words", at: NOW + 9 };
    expect(await store.rebuttals.edit(edit, () => "published")).toMatchObject({ value: { isNew: true } });
    expect(await store.rebuttals.edit(edit, () => "published")).toMatchObject({ value: { isNew: false } });
    const after = await store.rebuttals.ofSession(here);
    expect(before.find(({ id }) => id === "r1")?.body).toBe("Words of r1");
    expect(after.find(({ id }) => id === "r1")).toMatchObject({
      body: "Other words",
      editedAt: NOW + 9,
      endorsed: 0,
    });
    expect(after.at(-1)?.id).toBe("r1");
    expect([await read.endorsement.count(), await read.exposure.count()]).toEqual([0, 0]);
    expect(await store.rebuttals.edit({ ...edit, participantId: "bob" }, () => "published")).toMatchObject({
      code: "not-found",
    });
  },
);
