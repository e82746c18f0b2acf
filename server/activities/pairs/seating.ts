import { makeGroups, mendGroups, type Pairable } from "#debate/activities/pairs/pairing.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Draw } from "#debate/rules/shuffled.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided } from "#server/platform/slices.ts";
import type { Transaction } from "#server/store/database.ts";

export type Dice = { draw: Draw; uuid: () => string };
type Person = Pairable & { groupId: string | null; tableNumber: number; place: number; since: number };
type Row = Omit<Person, "since"> & { since: bigint | number; removed: boolean | number };

/** Rows in one statement; databases limit its parameters. */
const ROWS = 500;

/** SQL: the choice of a participant's newest vote in the debate. [P35] Not of the later vote. */
export const STANDING = standing(Prisma.empty);

/** [P42] Only votes from before the pairing. */
const standingBy = (madeAt: number) => standing(Prisma.sql`AND "castAt" <= ${BigInt(madeAt)}`);

function standing(limit: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT "choice" FROM "ballot" WHERE "ballot"."participantId" = "participant"."id"
    AND "round" <> 'later' ${limit}
    ORDER BY CASE "round" WHEN 'after' THEN 2 WHEN 'reading' THEN 1 ELSE 0 END DESC LIMIT 1)`;
}

/** [P23] Pairs everyone who is there anew. Resolves to the seats to notify, former partners included. */
export async function seatAll(
  transaction: Transaction,
  { sessionId, at, isHere }: { sessionId: string; at: number; isHere: (id: string) => boolean },
  dice: Dice,
): Promise<{ seats: string[]; tables: number }> {
  const found = await transaction.$queryRaw<Pairable[]>(Prisma.sql`
    SELECT "id", ${STANDING} AS "choice" FROM "participant"
    WHERE "sessionId" = ${sessionId} AND "removedAt" IS NULL AND NOT "onPaper" ORDER BY "id"`);
  const here = found.filter(({ id }) => isHere(id));
  const before = await transaction.pairSeat.findMany({
    where: { sessionId },
    select: { participantId: true },
  });
  await transaction.pairSeat.deleteMany({ where: { sessionId } });
  await transaction.pairRequest.deleteMany({ where: { participant: { sessionId } } });
  const groups = makeGroups(here, dice.draw);
  const seated = groups.flatMap((group, table) => {
    const groupId = dice.uuid();
    return group.map((person, place) => ({ ...person, groupId, tableNumber: table + 1, place, since: at }));
  });
  await put(transaction, sessionId, seated);
  const seats = [...before.map(({ participantId }) => participantId), ...here.map(({ id }) => id)];
  return { seats: [...new Set(seats)], tables: groups.length };
}

/** [P24] Seats people who come or are left alone, without those who are `away` or removed. Resolves to the seats that changed. */
export async function seatAgain(
  transaction: Transaction,
  {
    sessionId,
    at,
    madeAt,
    coming = [],
    away = [],
  }: { sessionId: string; at: number; madeAt: number; coming?: string[]; away?: string[] },
  dice: Dice,
): Promise<string[]> {
  const choice = standingBy(madeAt);
  const stored = await seatsOf(transaction, sessionId, choice);
  const gone = new Set(stored.filter(({ removed }) => removed).map(({ id }) => id));
  const missing = new Set(away);
  const known = new Map(stored.map((person) => [person.id, person]));
  const sits = (person: Person) => person.groupId !== null && !gone.has(person.id) && !missing.has(person.id);
  const before = stored.filter(sits);
  const newcomers: Person[] = [];
  for (const person of await peopleOf(transaction, sessionId, coming, choice)) {
    const earlier = known.get(person.id);
    if (!earlier || !sits(earlier))
      newcomers.push({ ...person, groupId: null, tableNumber: 0, place: 0, since: at });
  }
  const groups = mendGroups([...grouped(before).values()], newcomers, dice.draw);
  const after = placed(groups, at, dice);
  const changed = after.filter((person) => {
    const earlier = known.get(person.id);
    return (
      earlier?.groupId !== person.groupId ||
      earlier.place !== person.place ||
      earlier.tableNumber !== person.tableNumber
    );
  });
  const left = stored.filter((person) => missing.has(person.id) && !gone.has(person.id));
  await transaction.pairSeat.deleteMany({ where: { participantId: { in: [...gone] } } });
  await put(transaction, sessionId, [...changed, ...left.map((person) => ({ ...person, groupId: null }))]);
  // Everyone at these tables sees who came or left.
  const touched = new Set([...changed, ...left].map(({ id }) => id));
  const tables = new Set(
    [...changed, ...stored.filter(({ id }) => gone.has(id) || missing.has(id))].map(({ groupId }) => groupId),
  );
  for (const { id, groupId } of after) if (tables.has(groupId)) touched.add(id);
  return [...touched];
}

/** [P27] When the last one at a table sat down. */
export function companySince(seats: readonly { since: bigint | number }[]): number {
  return Math.max(...seats.map(({ since }) => Number(since)));
}

export function grouped<Sitting extends { groupId: string | null }>(all: readonly Sitting[]) {
  const groups = new Map<string | null, Sitting[]>();
  for (const each of all) {
    const group = groups.get(each.groupId);
    if (group) group.push(each);
    else groups.set(each.groupId, [each]);
  }
  return groups;
}

/** A group keeps its table and conversation while two of its people stay; others get the lowest free table. */
function placed(groups: readonly Person[][], at: number, { uuid }: Dice): Person[] {
  const taken = new Set<string>();
  const kept = groups.map((group) => {
    const ids = group.map(({ groupId }) => groupId);
    const shared = ids.find(
      (id) => id !== null && !taken.has(id) && ids.filter((each) => each === id).length > 1,
    );
    if (shared) taken.add(shared);
    return shared ? group.find(({ groupId }) => groupId === shared) : undefined;
  });
  const tables = new Set(kept.flatMap((of) => of?.tableNumber ?? []));
  let free = 1;
  return groups.flatMap((group, number) => {
    const of = kept[number];
    while (!of && tables.has(free)) free += 1;
    if (!of) tables.add(free);
    const [groupId, tableNumber] = of ? [of.groupId, of.tableNumber] : [uuid(), free];
    const inOrder = group.toSorted(
      (one, other) =>
        Number(one.groupId !== groupId) - Number(other.groupId !== groupId) || one.place - other.place,
    );
    return inOrder.map((person, place) => ({
      ...person,
      ...{ groupId, tableNumber, place, since: person.groupId === groupId ? person.since : at },
    }));
  });
}

async function seatsOf(
  transaction: Transaction,
  sessionId: string,
  choice: Prisma.Sql,
): Promise<(Person & { removed: boolean })[]> {
  const rows = await transaction.$queryRaw<Row[]>(Prisma.sql`
    SELECT "participant"."id", ${choice} AS "choice", "groupId", "tableNumber", "place", "since",
      "removedAt" IS NOT NULL AS "removed"
    FROM "pair_seat" JOIN "participant" ON "participant"."id" = "pair_seat"."participantId"
    WHERE "pair_seat"."sessionId" = ${sessionId} ORDER BY "tableNumber", "place", "participant"."id"`);
  return rows.map(({ since, removed, ...row }) => ({
    ...row,
    ...{ since: Number(since), removed: Boolean(removed) },
  }));
}

async function peopleOf(
  transaction: Transaction,
  sessionId: string,
  ids: string[],
  choice: Prisma.Sql,
): Promise<Pairable[]> {
  if (ids.length === 0) return [];
  return transaction.$queryRaw<{ id: string; choice: Choice | null }[]>(Prisma.sql`
    SELECT "id", ${choice} AS "choice" FROM "participant"
    WHERE "sessionId" = ${sessionId} AND "removedAt" IS NULL AND "id" IN (${Prisma.join([...new Set(ids)])})
    ORDER BY "id"`);
}

async function put(transaction: Transaction, sessionId: string, people: readonly Person[]): Promise<void> {
  for (const part of divided(people, ROWS)) {
    const rows = part.map(
      ({ id, groupId, tableNumber, place, since }) =>
        Prisma.sql`(${id}, ${sessionId}, ${groupId}, ${tableNumber}, ${place}, ${BigInt(since)})`,
    );
    await transaction.$executeRaw`
      INSERT INTO "pair_seat" ("participantId", "sessionId", "groupId", "tableNumber", "place", "since")
      VALUES ${Prisma.join(rows)} ON CONFLICT ("participantId") DO UPDATE SET "groupId" = excluded."groupId",
        "tableNumber" = excluded."tableNumber", "place" = excluded."place", "since" = excluded."since"`;
  }
}
