import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Database, Transaction } from "#server/store/database.ts";
import { openDatabase } from "#server/store/open-database.ts";

/** How large a debate is. Each voter endorses five rebuttals and was shown twenty more. */
export type Size = { voters: number; rebuttals: number };

const [ENDORSED, SHOWN] = [5, 20];
/** Rows that one statement stores. */
const AT_ONCE = 2_000;
const CHOICES = ["for", "against", "undecided"] as const;
/** When it began. */
const STARTED = Date.now() - 60 * 60_000;
const at = (second: number) => BigInt(STARTED + second * 1_000);
const SENTENCE =
  "A neighbour of four thousand kilometres is a fact of geography, and a card is a figure of speech. ";

/** Gives the seats of a session both ballots, and rebuttals that they endorsed. No server may use the database meanwhile. */
export async function seedDebate(url: string, code: string, { rebuttals }: Size): Promise<void> {
  const database = await openDatabase(url, {
    migrations: path.resolve("prisma/migrations"),
    pool: 2,
    shared: false,
  });
  const { id: sessionId } = await database.reader.session.findUniqueOrThrow({ where: { code } });
  const found = await database.reader.participant.findMany({ where: { sessionId }, select: { id: true } });
  const seats = found.map(({ id }) => id);
  const ids = Array.from({ length: rebuttals }, () => randomUUID());

  await store(database, ballotsOf(seats, ids, sessionId), (to, data) => to.ballot.createMany({ data }));
  const written = ids.map((id, n) => ({
    id,
    sessionId,
    participantId: seats[n % seats.length] ?? "",
    side: CHOICES[n % 2] ?? "for",
    body: SENTENCE.repeat(4),
    status: "published",
    at: at(900 + n),
    changed: 1,
  }));
  await store(database, written, (to, data) => to.rebuttal.createMany({ data }));
  const met = (count: number, from: number) =>
    seats.flatMap((participantId, seat) =>
      Array.from({ length: Math.min(count, rebuttals) }, (_, n) => ({
        participantId,
        rebuttalId: ids[(seat * from + n) % rebuttals] ?? "",
      })),
    );
  const endorsed = met(ENDORSED, 7).map((pair, n) => ({ ...pair, at: at(1_200 + (n % 900)) }));
  await store(database, endorsed, (to, data) => to.endorsement.createMany({ data }));
  await store(database, met(SHOWN + ENDORSED, 7), (to, data) => to.exposure.createMany({ data }));
  await database.close();
}

/** A third credits a rebuttal with a reason that counts. */
function ballotsOf(seats: readonly string[], rebuttals: readonly string[], sessionId: string) {
  return seats.flatMap((participantId, n) => {
    const both = { participantId, sessionId, seq: 1n };
    const [before, after] = [CHOICES[n % 3] ?? "for", CHOICES[(n * 5 + (n >> 2)) % 3] ?? "for"];
    const credit = n % 3 === 0 && {
      creditRebuttal: rebuttals[(n * n) % rebuttals.length] ?? "",
      creditWithout: before,
      creditWhy: SENTENCE,
    };
    return [
      { ...both, round: "before", castAt: at(n % 300), choice: before, confidence: 1 + (n % 5) },
      {
        ...both,
        round: "after",
        castAt: at(2_400 + (n % 300)),
        choice: after,
        confidence: 1 + (n % 4),
        ...credit,
      },
    ];
  });
}

async function store<Row>(
  database: Database,
  rows: Row[],
  create: (to: Transaction, rows: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await database.write((to) => create(to, rows.slice(from, from + AT_ONCE)));
}
