import type { Side } from "#debate/rules/choices.ts";
import { mayMerge } from "#debate/rules/merging.ts";
import { type Merging, standings } from "#debate/rules/moderation.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import type { Decided } from "#server/store/moderation/decisions.ts";
import { record } from "#server/store/sessions/events.ts";
import { readSettings } from "#server/store/sessions/session-rows.ts";

/** [R24] The merges of a session, in a transaction. */
export type Merges = {
  /** The id of the one that stands for this one: its own if it was not merged. */
  headOf(id: string): string;
  /** Those that this one stands for. */
  under(head: string): { id: string; participantId: string }[];
};

/** A rebuttal as the transaction finds it. */
export type Known = {
  id: string;
  sessionId: string;
  participantId: string;
  status: string;
  editedAt?: bigint | null;
};
type KnownRow = Known & {
  mergedInto: string | null;
  decision: string;
  /** SQLite has numbers for truth values. */
  downWithSeat: boolean | number;
};

const COLUMNS = Prisma.sql`"id", "sessionId", "participantId", "status", "editedAt", "mergedInto", "decision", "downWithSeat"`;

export async function mergesIn(transaction: Transaction, sessionId: string): Promise<Merges> {
  return mergesOf(
    await transaction.$queryRaw<KnownRow[]>`
      SELECT ${COLUMNS} FROM "rebuttal" WHERE "sessionId" = ${sessionId} AND "mergedInto" IS NOT NULL`,
  );
}

/** Reads these rebuttals of any session and all merges in one statement, as dozens of groups ask for them. */
export async function knownAndMerges(
  transaction: Transaction,
  sessionId: string,
  ids: string[],
): Promise<{ known: Map<string, Known>; merges: Merges }> {
  const rows = await transaction.$queryRaw<KnownRow[]>`
    SELECT ${COLUMNS} FROM "rebuttal" WHERE "id" IN (${Prisma.join([...new Set(["", ...ids])])})
    UNION SELECT ${COLUMNS} FROM "rebuttal" WHERE "sessionId" = ${sessionId} AND "mergedInto" IS NOT NULL
    UNION SELECT ${COLUMNS} FROM "rebuttal" WHERE "id" IN
      (SELECT "mergedInto" FROM "rebuttal" WHERE "sessionId" = ${sessionId} AND "mergedInto" IS NOT NULL)`;
  return {
    known: new Map(rows.map((row) => [row.id, row])),
    merges: mergesOf(rows.filter((row) => row.sessionId === sessionId)),
  };
}

function mergesOf(rows: readonly KnownRow[]): Merges {
  // A rebuttal with a missing head stays visible.
  const merged = new Map(
    rows
      .filter(
        ({ mergedInto, status, decision, downWithSeat }) =>
          mergedInto !== null && status === "hidden" && decision !== "hidden" && !downWithSeat,
      )
      .map((row) => [row.id, row]),
  );
  const headOf = (id: string): string => {
    const seen = new Set<string>();
    let head = id;
    for (let row = merged.get(id); row?.mergedInto && !seen.has(row.id); row = merged.get(head)) {
      seen.add(row.id);
      head = row.mergedInto;
    }
    return head;
  };
  return {
    headOf,
    under: (head) => [...merged.values()].filter(({ id }) => headOf(id) === head),
  };
}

/** [R24] Merges a rebuttal into another, or with null separates it. */
export async function mergeInto(
  transaction: Transaction,
  deciding: Deciding,
  id: string,
  into: string | null,
): Promise<Result<Decided | "unchanged">> {
  const { sessionId } = deciding;
  const rows = await linkedIn(transaction, sessionId);
  const rebuttal = rows.find((row) => row.id === id);
  if (!rebuttal) return refuse("not-found");
  if (rebuttal.mergedInto === into) return accept("unchanged");
  if (!(await mayMergeNow(transaction, sessionId))) return refuse("wrong-phase");
  const allowed = into === null ? accept(undefined) : mayMerge(rows, id, into);
  if (!allowed.ok) return allowed;
  const kind: Merging = into === null ? "separate" : "merge";
  const was = rebuttal.mergedInto ?? "";
  const entry = await record(transaction, { ...deciding, kind, detail: id, was });
  const rebuttals = await joined(transaction, id, into, rebuttal.mergedInto);
  return accept({ entries: [entry], seats: [], rebuttals, unmerged: into === null ? [id] : [] });
}

/** [R33] Not once an anonymous class has seen its camps: a merge changes their counts, which would reveal how an author voted. */
export async function mayMergeNow(transaction: Transaction, sessionId: string): Promise<boolean> {
  const session = await transaction.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { phase: true, settings: true },
  });
  return readSettings(session).identity !== "anonymous" || !resultsPublic(session.phase as Phase);
}

/** [R9] Whether undoing a decision can merge it again. */
export async function mayMergeAgain(transaction: Transaction, sessionId: string, id: string, into: string) {
  return mayMerge(await linkedIn(transaction, sessionId), id, into).ok;
}

/** [R21] [R22] After an edit or a deletion, no undo merges others into these again. */
export async function forgetAsHeads(
  transaction: Transaction,
  sessionId: string,
  ids: string[],
): Promise<void> {
  const where = { sessionId, was: { in: ids } };
  await transaction.event.updateMany({ where: { ...where, kind: "separate" }, data: { was: null } });
  await transaction.event.updateMany({ where: { ...where, kind: "merge" }, data: { was: "" } });
}

/** [R33] Whether a decision would separate or merge rebuttals although that is no longer allowed. */
export async function wouldSeparate(
  transaction: Transaction,
  rebuttal: { sessionId: string; mergedInto: string | null; decision: string },
  decision: string,
): Promise<boolean> {
  const isMoved = (decision === "hidden") !== (rebuttal.decision === "hidden");
  return isMoved && rebuttal.mergedInto !== null && !(await mayMergeNow(transaction, rebuttal.sessionId));
}

/** Merges it, and returns which rebuttals change with it. `was`: what it was merged into before. */
export async function joined(
  transaction: Transaction,
  id: string,
  into: string | null,
  was: string | null,
): Promise<string[]> {
  await transaction.rebuttal.update({ where: { id }, data: { mergedInto: into } });
  // Its old head and its replies change, too.
  const replies = await transaction.rebuttal.findMany({ where: { replyTo: id }, select: { id: true } });
  return [id, ...(was === null ? [] : [was]), ...replies.map((reply) => reply.id)];
}

/** The rebuttals of a session with what they answer and were merged into. */
async function linkedIn(transaction: Transaction, sessionId: string) {
  const rows = await transaction.rebuttal.findMany({
    where: { sessionId },
    select: {
      ...{ id: true, side: true, replyTo: true, mergedInto: true },
      ...{ decision: true, downWithSeat: true, status: true },
    },
  });
  const stated = rows.map((row) => ({
    ...row,
    side: row.side as Side,
    status: row.status as RebuttalStatus,
    decision: row.decision as RebuttalStatus,
  }));
  const found = standings(stated);
  return stated.map((row) => ({ ...row, downWith: found.get(row.id)?.downWith }));
}
