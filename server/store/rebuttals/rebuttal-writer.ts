import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { hasRoom } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { createPendingWork } from "#server/platform/pending-work.ts";
import { noWriteMetrics } from "#server/platform/write-metrics.ts";
import { createDecidingWriter, type Grouping } from "#server/store/batching/group-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { knownAndMerges, type Merges } from "#server/store/moderation/merges.ts";
import { type Arguing, arguing, distinct, roomFor } from "#server/store/rebuttals/arguing.ts";
import { type NewRebuttal, toRow } from "#server/store/rebuttals/rebuttal-rows.ts";
import { bump } from "#server/store/sessions/session-version.ts";

/** `waits`: for the host's approval. */
export type Posted = { isNew: boolean; waits: boolean };
type StatusFor = (settings: Settings, author: string) => RebuttalStatus;
type Posting = { rebuttal: NewRebuttal; sessionId: string; statusFor: StatusFor };
/** `edition`: [R34] when the words that were read were last changed, 0 for never; undefined if that was not said. */
export type Endorsement = { rebuttalId: string; on: boolean; edition?: number | undefined; at: number };
type Endorsing = Arguing & Endorsement;
type Seeing = Arguing & { ids: string[] };

/** [R18] A class that argues shares transactions. Phones show an endorsement before it is answered, and exposures never. */
const POSTS: Grouping = { wait: 20 };
const ENDORSEMENTS: Grouping = { most: 100, wait: 400 };
/** Each has up to 100 rows. */
const EXPOSURES: Grouping = { most: 50, wait: 2_000 };

/**
 * Stores rebuttals, endorsements and exposures. What arrives during a transaction is stored together by the next one,
 * for each session, and every rule is checked inside it.
 */
export function rebuttalWriters(of: (kind: string) => Pick<Database, "write">) {
  const underWay = createPendingWork();
  function together<Item extends { sessionId: string }, Value>(
    kind: string,
    decide: (transaction: Transaction, items: Item[]) => Promise<Result<Value>[]>,
    grouping: Grouping,
  ) {
    const { write } = of(kind);
    const store = createDecidingWriter<Item, Value>(
      (items, order) => write((transaction) => decide(transaction, items), items[0]?.sessionId, order),
      ({ sessionId }) => sessionId,
      noWriteMetrics(),
      grouping,
    );
    return Object.assign((item: Item) => underWay.track(store(item)), { hurry: store.hurry });
  }
  const post = together<Posting, Posted>("rebuttals", postAll, POSTS);
  const endorse = together<Endorsing, void>("endorsements", endorseAll, ENDORSEMENTS);
  const see = together<Seeing, void>("exposures", seeAll, EXPOSURES);
  return {
    post,
    endorse,
    see,
    /** Without exposures, which count in any phase. */
    beforeMove: (sessionId: string) => Promise.all([post.hurry(sessionId), endorse.hurry(sessionId)]),
    /** Stores everything that arrived so far, and resolves when it is stored or has failed. */
    settled: async (): Promise<void> => {
      await Promise.all([post.hurry(), endorse.hurry(), see.hurry()]);
      await underWay.settled();
    },
  };
}

async function postAll(transaction: Transaction, posts: Posting[]): Promise<Result<Posted>[]> {
  const [{ sessionId } = { sessionId: "" }] = posts;
  const rebuttals = posts.map(({ rebuttal }) => rebuttal);
  const ids = rebuttals.map(({ id }) => id);
  const { known, merges } = await knownAndMerges(transaction, sessionId, [
    ...ids,
    ...rebuttals.flatMap(({ replyTo }) => replyTo ?? []),
  ]);
  const allowed = await arguing(
    transaction,
    sessionId,
    rebuttals.map(({ participantId }) => participantId),
  );
  const { crowd, gone } = await roomFor(transaction, sessionId, { ids, seats: allowed.seats });
  const rows: ReturnType<typeof toRow>[] = [];
  const decided = posts.map(({ rebuttal, statusFor }): Result<Posted> => {
    const { id, participantId, replyTo } = rebuttal;
    const same = known.get(id);
    // [R4] A repeated message has the same id and stays one rebuttal. An id of someone else is refused.
    if (same) {
      const isSame = same.sessionId === sessionId && same.participantId === participantId;
      return isSame ? accept({ isNew: false, waits: same.status === "pending" }) : refuse("duplicate");
    }
    // [G5] A phone that repeats a deleted rebuttal does not restore it.
    if (gone.has(id)) return refuse("duplicate");
    const argues = allowed.of(participantId);
    if (!argues.ok) return argues;
    const own = crowd.own.get(participantId) ?? 0;
    const { withdrawn } = argues.value;
    if (!hasRoom({ ...crowd, own, withdrawn })) return refuse("too-many");
    if (replyTo !== undefined) {
      // [R30] A phone may not know yet that it was merged.
      const answered = known.get(merges.headOf(replyTo));
      if (answered?.sessionId !== sessionId || answered.status !== "published")
        return refuse("not-found", "replyTo");
    }
    const status = statusFor(argues.value.settings, argues.value.name);
    // Those that follow in this group find this one.
    known.set(id, { id, sessionId, participantId, status });
    crowd.own.set(participantId, own + 1);
    crowd.all += 1;
    rows.push(toRow({ ...rebuttal, status }, 0));
    return accept({ isNew: true, waits: status === "pending" });
  });
  if (rows.length > 0) {
    const changed = await bump(transaction, sessionId);
    await transaction.rebuttal.createMany({ data: rows.map((row) => ({ ...row, changed })) });
  }
  return decided;
}

/** [R5] One endorsement per participant and rebuttal, and none of one's own. [V7] Without a time in anonymous sessions. */
async function endorseAll(transaction: Transaction, all: Endorsing[]): Promise<Result<void>[]> {
  const [{ sessionId } = { sessionId: "" }] = all;
  const ids = all.map(({ rebuttalId }) => rebuttalId);
  const { known: rebuttals, merges } = await knownAndMerges(transaction, sessionId, ids);
  const endorsements = all.map((each) => ({ ...each, rebuttalId: merges.headOf(each.rebuttalId) }));
  const allowed = await arguing(
    transaction,
    sessionId,
    endorsements.map(({ participantId }) => participantId),
  );
  // The last one of a participant about a rebuttal counts.
  const last = new Map<string, Endorsing & { time: number | null }>();
  const decided = endorsements.map((endorsement, place): Result<void> => {
    const { participantId, rebuttalId, at } = endorsement;
    const argues = allowed.of(participantId);
    if (!argues.ok) return argues;
    const row = rebuttals.get(rebuttalId);
    if (row?.sessionId !== sessionId || row.status !== "published") return refuse("not-found");
    const authors = [row, ...merges.under(rebuttalId)].map((each) => each.participantId);
    if (authors.includes(participantId)) return refuse("forbidden");
    const { on, edition } = endorsement;
    const read = rebuttals.get(all[place]?.rebuttalId ?? "");
    if (on && edition !== undefined && edition !== Number(read?.editedAt ?? 0))
      return refuse("stale", "edition: its words were changed");
    const time = argues.value.settings.identity === "anonymous" ? null : at;
    last.set(`${rebuttalId} ${participantId}`, { ...endorsement, time });
    return accept(undefined);
  });
  const [given, taken] = [true, false].map((on) => [...last.values()].filter((each) => each.on === on));
  const touched = new Set<string>();
  const touch = (rows: { rebuttalId: string }[]) => {
    for (const { rebuttalId } of rows) touched.add(rebuttalId);
  };
  if (given && given.length > 0)
    touch(
      await transaction.$queryRaw`
        INSERT INTO "endorsement" ("rebuttalId", "participantId", "at")
        SELECT "value" ->> 0, "value" ->> 1, CAST("value" ->> 2 AS BIGINT)
        FROM json_each(${asOneValue(given.map((each) => [each.rebuttalId, each.participantId, each.time]))})
        WHERE 1 = 1 ON CONFLICT DO NOTHING RETURNING "rebuttalId"`,
    );
  if (taken && taken.length > 0)
    touch(
      await transaction.$queryRaw`
        DELETE FROM "endorsement" WHERE ("rebuttalId", "participantId") IN (
          SELECT "value" ->> 0, "value" ->> 1 FROM json_each(${asOneValue(everywhere(taken, merges).map(asRow))}))
        RETURNING "rebuttalId"`,
    );
  // [R30] The head counts endorsements of its merged rebuttals, so it changes, too.
  for (const id of [...touched]) touched.add(merges.headOf(id));
  if (touched.size > 0) {
    const changed = await bump(transaction, sessionId);
    await transaction.$executeRaw`
      UPDATE "rebuttal" SET "changed" = ${changed} WHERE "id" IN (${distinct([...touched])})`;
  }
  return decided;
}

/** [R30] Withdraws an endorsement of a head and of the rebuttals merged into it. */
function everywhere(taken: readonly Pair[], { under }: Merges): Pair[] {
  return taken.flatMap(({ rebuttalId, participantId }) =>
    [rebuttalId, ...under(rebuttalId).map(({ id }) => id)].map((id) => ({ rebuttalId: id, participantId })),
  );
}

/** Exposures of seats that still exist to rebuttals of their session; others are ignored. */
async function seeAll(transaction: Transaction, seen: Seeing[]): Promise<Result<void>[]> {
  const [{ sessionId } = { sessionId: "" }] = seen;
  const ids = seen.flatMap((each) => each.ids);
  const { known: rebuttals, merges } = await knownAndMerges(transaction, sessionId, ids);
  const all = seen.map((each) => ({ ...each, ids: each.ids.map(merges.headOf) }));
  const { seats } = await arguing(
    transaction,
    sessionId,
    all.map(({ participantId }) => participantId),
  );
  const present = new Set(seats);
  const shown = all.flatMap(({ participantId, ids }) =>
    present.has(participantId)
      ? ids
          .filter((id) => rebuttals.get(id)?.sessionId === sessionId)
          .map((rebuttalId) => ({ rebuttalId, participantId }))
      : [],
  );
  const read = await withoutEndorsersBelow(transaction, shown, merges);
  await transaction.$executeRaw`
    INSERT INTO "exposure" ("rebuttalId", "participantId")
    SELECT "value" ->> 0, "value" ->> 1 FROM json_each(${asOneValue(read.map(asRow))}) WHERE 1 = 1 ON CONFLICT DO NOTHING`;
  return all.map(() => accept(undefined));
}

/** [R30] Leaves out people who endorsed a merged rebuttal: their phones show the head as endorsed already. */
async function withoutEndorsersBelow(
  transaction: Transaction,
  shown: readonly Pair[],
  { under, headOf }: Merges,
): Promise<readonly Pair[]> {
  const below = [...new Set(shown.map(({ rebuttalId }) => rebuttalId))].flatMap((id) => under(id));
  if (below.length === 0) return shown;
  const endorsed = await transaction.endorsement.findMany({
    where: { rebuttalId: { in: below.map(({ id }) => id) } },
    select: { rebuttalId: true, participantId: true },
  });
  const keyOf = ({ rebuttalId, participantId }: Pair) => `${rebuttalId} ${participantId}`;
  const endorsers = new Set(endorsed.map((each) => keyOf({ ...each, rebuttalId: headOf(each.rebuttalId) })));
  return shown.filter((pair) => !endorsers.has(keyOf(pair)));
}

type Pair = { rebuttalId: string; participantId: string };
const asRow = ({ rebuttalId, participantId }: Pair) => [rebuttalId, participantId];
/**
 * Rows as one parameter, since hundreds of parameters cost more than storing them. An object, since both databases unpack it by a
 * function of the same name.
 */
const asOneValue = (rows: (string | number | null)[][]) => JSON.stringify({ ...rows });
