import type { Parts } from "#server/sessions/parts.ts";
import type { ParticipantRecord } from "#server/store/participants.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

export const TABLES = ["ballots", "rebuttals", "participants", "events"] as const;
export type Table = (typeof TABLES)[number];
export type ExportRow = Record<string, string | number | boolean | null>;

/**
 * The rows of one table. [V8] The identity promise holds here too: in anonymous sessions participants are numbers
 * given for this export, no time of a ballot is told, and rebuttals have no author.
 */
export async function exportRows(
  { store }: Pick<Parts, "store">,
  session: SessionRecord,
  table: Table,
): Promise<{ columns: string[]; rows: ExportRow[] }> {
  const participants = await store.participants.ofSession(session.id);
  const people = peopleOf(session, participants);
  switch (table) {
    case "participants":
      return tabular(
        [...people.columns, "removed"],
        participants.map(({ id, removed }) => ({ ...people.of(id), removed })),
      );
    case "ballots":
      return ballotRows(await store.ballots.ofSession(session.id), people);
    case "rebuttals":
      return rebuttalRows(await store.rebuttals.ofSession(session.id), people);
    case "events": {
      const events = await store.events.ofSession(session.id);
      return tabular(
        ["at", "actor", "kind", "detail"],
        events.map(({ at, actor, kind, detail = "" }) => ({ at: time(at), actor, kind, detail })),
      );
    }
  }
}

type People = ReturnType<typeof peopleOf>;

function peopleOf({ settings: { identity } }: SessionRecord, participants: ParticipantRecord[]) {
  const known = new Map(
    participants.map((participant, index) => [participant.id, { participant, number: index + 1 }]),
  );
  const isAnonymous = identity === "anonymous";
  return {
    isAnonymous,
    columns: identity === "pseudonym" ? ["participant", "name"] : ["participant"],
    of(id: string): ExportRow {
      const found = known.get(id);
      if (isAnonymous) return { participant: found?.number ?? null };
      const participant = found?.participant.name ?? null;
      return identity === "pseudonym"
        ? { participant, name: found?.participant.realName ?? null }
        : { participant };
    },
  };
}

function ballotRows(ballots: Awaited<ReturnType<Parts["store"]["ballots"]["ofSession"]>>, people: People) {
  const columns = [
    "round",
    "choice",
    "confidence",
    "reason",
    "creditRebuttal",
    "creditSide",
    "creditParagraph",
    "creditWithout",
    "creditWhy",
  ];
  return tabular(
    [...people.columns, ...columns, ...(people.isAnonymous ? [] : ["castAt"])],
    ballots.map(({ participantId, round, choice, confidence, reason, credit, castAt }) => ({
      ...people.of(participantId),
      round,
      choice,
      confidence: confidence ?? null,
      reason: reason ?? null,
      creditRebuttal: credit?.rebuttalId ?? null,
      creditSide: credit?.paragraph?.side ?? null,
      creditParagraph: credit?.paragraph?.n ?? null,
      creditWithout: credit?.without ?? null,
      creditWhy: credit?.why ?? null,
      ...(!people.isAnonymous && { castAt: time(castAt) }),
    })),
  );
}

function rebuttalRows(
  rebuttals: Awaited<ReturnType<Parts["store"]["rebuttals"]["ofSession"]>>,
  people: People,
) {
  const columns = [
    "id",
    "side",
    "body",
    "quoteSide",
    "quoteParagraph",
    "quote",
    "replyTo",
    "source",
    "endorsements",
    "status",
    "at",
  ];
  return tabular(
    people.isAnonymous ? columns : [...people.columns, ...columns],
    rebuttals.map(({ id, participantId, side, body, quote, replyTo, source, endorsed, status, at }) => ({
      ...(!people.isAnonymous && people.of(participantId)),
      id,
      side,
      body,
      quoteSide: quote?.side ?? null,
      quoteParagraph: quote?.n ?? null,
      quote: quote?.exact ?? null,
      replyTo: replyTo ?? null,
      source: source ?? null,
      endorsements: endorsed,
      status,
      at: time(at),
    })),
  );
}

function tabular(columns: string[], rows: ExportRow[]): { columns: string[]; rows: ExportRow[] } {
  return { columns, rows };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
