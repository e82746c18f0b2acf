import { isOpen } from "#debate/activities/open.ts";
import { fairest, sideToArgue, standingChoice } from "#debate/activities/steelman/rules.ts";
import { RATERS } from "#debate/activities/steelman/terms.ts";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isClosed } from "#debate/rules/phases.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { sessionWriter } from "#server/store/batching/session-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { readSettings } from "#server/store/sessions/session-rows.ts";
import { bump } from "#server/store/sessions/session-version.ts";

type Seated = { sessionId: string; participantId: string; at: number };
type Writing = Seated & {
  /** Its id, if it is the seat's first. */
  id: string;
  body: string;
  side?: Side | undefined;
  statusFor: (settings: Settings) => RebuttalStatus;
};
type Asking = Seated & { draw: (below: number) => number };
type Rating = Seated & {
  steelmanId: string;
  fair: boolean;
  why?: string | undefined;
  /** [P17] What the rater read. */
  words?: string | undefined;
  isHeld: (settings: Settings) => boolean;
};

/** A text is drawn from this many of those given to the fewest people. */
const DRAWN_FROM = 20;

/** Stores what a class writes in `steelman`: what arrives together, in one transaction, which checks the rules. */
export function steelmanWriters(database: Pick<Database, "write">) {
  const together = <Item extends Seated, Value>(
    decide: (transaction: Transaction, item: Item, author: Author) => Promise<Decided<Value>>,
  ) => sessionWriter<Item, Value>(database, (transaction, items) => decideAll(transaction, items, decide));
  return {
    /** [P16] Stores a seat's text, in place of an earlier one. `raters`: who has to rate it again. */
    write: together<Writing, { isNew: boolean; raters: string[] }>(writeOne),
    /** [P18] Gives a seat a text to rate, or the one that it still has; false without any. */
    ask: together<Asking, boolean>(askOne),
    /** Stores a rating. Resolves to the text's author. */
    rate: together<Rating, string>(rateOne),
  };
}

type Author = { settings: Settings; choice: Choice | null };
/** `changed`: whether rooms must be notified. */
type Decided<Value> = { result: Result<Value>; changed?: boolean };

async function decideAll<Item extends Seated, Value>(
  transaction: Transaction,
  items: Item[],
  decide: (transaction: Transaction, item: Item, author: Author) => Promise<Decided<Value>>,
): Promise<Result<Value>[]> {
  const sessionId = items[0]?.sessionId ?? "";
  const authorOf = await authors(
    transaction,
    sessionId,
    items.map(({ participantId }) => participantId),
  );
  const results: Result<Value>[] = [];
  let hasChanged = false;
  for (const item of items) {
    const author = authorOf(item.participantId);
    const { result, changed = false } = author.ok
      ? await decide(transaction, item, author.value)
      : { result: author };
    results.push(result);
    hasChanged ||= changed;
  }
  if (hasChanged) await bump(transaction, sessionId);
  return results;
}

/** [P16] Who may write and rate now, with the choice of their newest vote. */
async function authors(
  transaction: Transaction,
  sessionId: string,
  participantIds: string[],
): Promise<(id: string) => Result<Author>> {
  const session = await transaction.session.findUnique({ where: { id: sessionId } });
  const settings = session && readSettings(session);
  const seats = await transaction.participant.findMany({
    where: { sessionId, id: { in: participantIds } },
    select: { id: true, removedAt: true, ballots: { select: { round: true, choice: true } } },
  });
  const byId = new Map(seats.map((seat) => [seat.id, seat]));
  const phase = session?.phase as Phase | undefined;
  return (id) => {
    const seat = byId.get(id);
    if (!seat || !settings) return refuse("not-found");
    if (seat.removedAt !== null) return refuse("removed");
    if (phase && isClosed(phase)) return refuse("closed");
    if (!phase || !isOpen("steelman", { phase, settings })) return refuse("wrong-phase");
    const votes: { [round in Round]?: Choice } = {};
    for (const { round, choice } of seat.ballots) votes[round as Round] = choice as Choice;
    return accept({ settings, choice: standingChoice(votes) });
  };
}

async function writeOne(
  transaction: Transaction,
  { id, sessionId, participantId, body, side: chosen, at, statusFor }: Writing,
  { settings, choice }: Author,
): Promise<Decided<{ isNew: boolean; raters: string[] }>> {
  const side = sideToArgue(choice, chosen);
  if (!side.ok) return { result: side };
  const stored = await transaction.steelman.findUnique({
    where: { participantId },
    include: { ratings: { select: { participantId: true } } },
  });
  if (stored?.body === body && stored.side === side.value)
    return { result: accept({ isNew: false, raters: [] }) };
  // [P20] A text that the host has hidden waits for approval after every change, not only after the first.
  const isUp = (stored?.status ?? "published") === "published";
  const status = isUp ? statusFor(settings) : "pending";
  const content = { side: side.value, body, status, at: BigInt(at) };
  if (!stored) {
    await transaction.steelman.create({ data: { ...content, id, sessionId, participantId } });
    return { result: accept({ isNew: true, raters: [] }), changed: true };
  }
  // [P17] Ratings of the old words don't count, and another side has other raters.
  const isOtherSide = stored.side !== side.value;
  const where = { steelmanId: stored.id };
  if (isOtherSide) await transaction.steelmanRating.deleteMany({ where });
  else
    await transaction.steelmanRating.updateMany({ where, data: { fair: null, why: null, whyHeld: false } });
  await transaction.steelman.update({
    where: { id: stored.id },
    data: { ...content, rated: 0, ...(isOtherSide && { given: 0 }) },
  });
  const raters = stored.ratings.map((rating) => rating.participantId);
  return { result: accept({ isNew: true, raters }), changed: true };
}

async function askOne(
  transaction: Transaction,
  { sessionId, participantId, at, draw }: Asking,
  { choice }: Author,
): Promise<Decided<boolean>> {
  // [P18] Only people of the side that is argued for can say whether it is what they mean.
  if (choice !== "for" && choice !== "against") return { result: refuse("forbidden") };
  const readable = { status: "published", participant: { removedAt: null } };
  const open = { participantId, fair: null, steelman: readable };
  if ((await transaction.steelmanRating.count({ where: open })) > 0) return { result: accept(true) };
  const text =
    (await textFor(
      transaction,
      { sessionId, participantId, choice, draw },
      Prisma.sql`"given" < ${RATERS}`,
    )) ??
    // Someone who was given one may have left.
    (await textFor(transaction, { sessionId, participantId, choice, draw }, Prisma.sql`"rated" < ${RATERS}`));
  if (!text) return { result: accept(false) };
  await transaction.steelmanRating.create({ data: { steelmanId: text.id, participantId, at: BigInt(at) } });
  await transaction.steelman.update({ where: { id: text.id }, data: { given: { increment: 1 } } });
  return { result: accept(true) };
}

type For = Pick<Asking, "sessionId" | "participantId" | "draw"> & { choice: Side };

async function textFor(
  transaction: Transaction,
  { sessionId, participantId, choice, draw }: For,
  lacksRaters: Prisma.Sql,
): Promise<{ id: string } | null> {
  const texts = await transaction.$queryRaw<{ id: string; given: number }[]>(Prisma.sql`
    SELECT "steelman"."id", "given" FROM "steelman"
    JOIN "participant" ON "participant"."id" = "steelman"."participantId"
    WHERE "steelman"."sessionId" = ${sessionId} AND "side" = ${choice} AND ${lacksRaters}
      AND "status" = 'published' AND "removedAt" IS NULL AND "steelman"."participantId" <> ${participantId}
      AND NOT EXISTS (SELECT 1 FROM "steelman_rating"
        WHERE "steelmanId" = "steelman"."id" AND "steelman_rating"."participantId" = ${participantId})
    ORDER BY "given", "steelman"."id" LIMIT ${DRAWN_FROM}`);
  return fairest(texts, draw);
}

async function rateOne(
  transaction: Transaction,
  { sessionId, participantId, steelmanId, fair, why = "", words, isHeld }: Rating,
  { settings }: Author,
): Promise<Decided<string>> {
  const given = await transaction.steelmanRating.findUnique({
    where: { steelmanId_participantId: { steelmanId, participantId } },
    include: { steelman: { include: { participant: { select: { removedAt: true } } } } },
  });
  const text = given?.steelman;
  if (text?.sessionId !== sessionId || text.status !== "published" || text.participant.removedAt !== null)
    return { result: refuse("not-found") };
  if (words !== undefined && words !== text.body)
    return { result: refuse("stale", "words: they were changed") };
  await transaction.steelmanRating.update({
    where: { steelmanId_participantId: { steelmanId, participantId } },
    data: { fair, why: why === "" ? null : why, whyHeld: why !== "" && isHeld(settings) },
  });
  if (given?.fair === null)
    await transaction.steelman.update({ where: { id: steelmanId }, data: { rated: { increment: 1 } } });
  return { result: accept(text.participantId), changed: true };
}
