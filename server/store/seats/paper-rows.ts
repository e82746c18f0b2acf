import { type Choice, DEBATE_ROUNDS, type DebateRound } from "#debate/rules/choices.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { PAPER_NAMES, PAPER_SLIPS, type Slip, type StoredSlip } from "#debate/rules/paper.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { record } from "#server/store/sessions/events.ts";
import { type SessionRecord, toSession } from "#server/store/sessions/session-rows.ts";
import { bump } from "#server/store/sessions/session-version.ts";

/** `isTold`: the class has seen results [Z11]. */
export type TakingSlips = SessionRecord & { isTold: boolean };
type Decide = (session: TakingSlips) => Result<void>;
type Occasion = { sessionId: string; at: number };

/** [Y8] Votes on paper: each slip is a seat of its own, which no one can open. */
export function paperStore({ reader, write }: Database) {
  return {
    async ofSession(sessionId: string): Promise<StoredSlip[]> {
      const rows = await reader.participant.findMany({
        where: { sessionId, onPaper: true, removedAt: null },
        select: { id: true, name: true, ballots: { select: { round: true, choice: true } } },
      });
      return rows
        .map(({ id, name, ballots }) => ({
          id,
          number: numberIn(name),
          ...Object.fromEntries(ballots.map(({ round, choice }) => [round, choice as Choice])),
        }))
        .sort((one, other) => one.number - other.number);
    },

    count: (sessionId: string): Promise<number> =>
      reader.participant.count({ where: { sessionId, onPaper: true, removedAt: null } }),

    /** Stores new slips and replaces known ones, unless `decide` refuses. `change`: all of them must be known. */
    save(
      { sessionId, at, change }: Occasion & { change: boolean },
      slips: readonly Slip[],
      decide: Decide,
    ): Promise<Result<void>> {
      return write(async (transaction) => {
        const session = await sessionIn(transaction, sessionId);
        const decided = session ? decide(session) : refuse("not-found");
        if (!session || !decided.ok) return decided;
        const seats = await transaction.participant.findMany({
          where: { sessionId },
          select: { id: true, name: true, onPaper: true, removedAt: true },
        });
        const known = new Map(seats.map((seat) => [seat.id, seat]));
        // The host can't vote with a student's seat, or with a removed one.
        const taken = seats.filter(({ onPaper, removedAt }) => !onPaper || removedAt !== null);
        const takenIds = new Set(taken.map(({ id }) => id));
        if (slips.some(({ id }) => takenIds.has(id))) return refuse("duplicate");
        const added = slips.filter(({ id }) => !known.has(id));
        // [Y9] It was deleted elsewhere.
        if (change && added.length > 0) return refuse("not-found");
        const onPaper = seats.filter((seat) => seat.onPaper);
        if (onPaper.length + added.length > PAPER_SLIPS) return refuse("too-many");
        const nextName = namesFor(session, seats);
        await transaction.participant.createMany({
          data: added.map(({ id }) => {
            const name = nextName();
            return { id, sessionId, name, nameKey: glance(name), joinedAt: BigInt(at), onPaper: true };
          }),
        });
        const votes = slips.flatMap((slip) => votesOf(slip).map((vote) => ({ ...vote, sessionId })));
        for (const { participantId, round } of votes)
          await transaction.ballot.deleteMany({ where: { participantId, round } });
        await transaction.ballot.createMany({
          data: votes.map((vote) => ({ ...vote, seq: 1n, castAt: BigInt(at) })),
        });
        await bump(transaction, sessionId);
        await record(transaction, { sessionId, at, actor: "host", kind: "paper", detail: `${slips.length}` });
        return accept(undefined);
      }, sessionId);
    },

    /** Deletes a slip with its votes, unless `decide` refuses. */
    remove({ sessionId, at }: Occasion, id: string, decide: Decide): Promise<Result<void>> {
      return write(async (transaction) => {
        const session = await sessionIn(transaction, sessionId);
        const decided = session ? decide(session) : refuse("not-found");
        if (!decided.ok) return decided;
        const { count } = await transaction.participant.deleteMany({
          where: { id, sessionId, onPaper: true },
        });
        if (count === 0) return refuse("not-found");
        await bump(transaction, sessionId);
        await record(transaction, { sessionId, at, actor: "host", kind: "paper-deleted" });
        return accept(undefined);
      }, sessionId);
    },
  };
}

async function sessionIn(transaction: Transaction, id: string): Promise<TakingSlips | null> {
  const row = await transaction.session.findUnique({ where: { id } });
  const told = await transaction.classResult.count({ where: { sessionId: id } });
  return row && { ...toSession(row), isTold: told > 0 };
}

function votesOf(slip: Slip): { participantId: string; round: DebateRound; choice: Choice }[] {
  return DEBATE_ROUNDS.flatMap((round) => {
    const choice = slip[round];
    return choice === undefined ? [] : [{ participantId: slip.id, round, choice }];
  });
}

const numberIn = (name: string) => Number(/\d+$/u.exec(name)?.[0] ?? 0);

/** [J5] The next numbers, without those of slips that are or look like a student's name. */
function namesFor({ settings }: SessionRecord, seats: readonly { name: string; onPaper: boolean }[]) {
  const taken = new Set(seats.map(({ name }) => glance(name)));
  let number = Math.max(0, ...seats.filter(({ onPaper }) => onPaper).map(({ name }) => numberIn(name)));
  return (): string => {
    for (;;) {
      number += 1;
      const name = `${PAPER_NAMES[settings.language]}${number}`;
      if (!taken.has(glance(name))) return name;
    }
  };
}
