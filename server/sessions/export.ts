import { personFor, tells } from "#debate/rules/identity.ts";
import { isAboutSeat } from "#debate/rules/log.ts";
import { votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { encounterCounts, encounterRows } from "#server/sessions/export-encounters.ts";
import type { ExportRow, Rows } from "#server/sessions/export-rows.ts";
import type { EventRecord } from "#server/store/events.ts";
import type { ParticipantRecord } from "#server/store/participants.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

export const TABLES = [
  "ballots",
  "rebuttals",
  "endorsements",
  "exposures",
  "participants",
  "events",
  "comprehension",
] as const;
export type Table = (typeof TABLES)[number];

/** [V9] Of an anonymous session only from `results` on: a new row, or a camp's new count, would tell who has just voted. */
const SEALED: readonly Table[] = ["ballots", "endorsements", "exposures", "comprehension"];

/** The rows of one table. */
export async function exportRows(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
  table: Table,
): Promise<Result<Rows>> {
  if (SEALED.includes(table) && votesSealed(session)) return refuse("wrong-phase");
  return accept(await rowsOf(store, session, table));
}

/**
 * [V8] The identity promise applies here too: in anonymous sessions participants are numbers of this export only,
 * ballots have no times, rebuttals have no author, and endorsements and exposures are counts of people.
 */
async function rowsOf(store: Dependencies["store"], session: SessionRecord, table: Table): Promise<Rows> {
  const stored = await store.participants.ofSession(session.id);
  // [V7] In an anonymous session no seat can be removed: a removed one there is the id of a deleted seat [J10].
  const participants =
    session.settings.identity === "anonymous" ? stored.filter(({ removed }) => !removed) : stored;
  const people = peopleOf(session, participants);
  switch (table) {
    case "participants":
      return tabular(
        [...people.columns, "removed", "onPaper"],
        participants.map(({ id, removed, onPaper }) => ({ ...people.of(id), removed, onPaper })),
      );
    case "ballots":
      return ballotRows(await store.ballots.ofSession(session.id), people);
    case "rebuttals":
      return rebuttalRows(await store.rebuttals.ofSession(session.id), people);
    case "endorsements":
    case "exposures":
      return people.areNamed
        ? encounterRows(store, session, table, people)
        : encounterCounts(store, session, table);
    case "comprehension":
      return comprehensionRows(store, session);
    case "events": {
      const events = await store.events.ofSession(session.id);
      // [R11] The seat is named only if seats have names.
      const seatOf = (id: string) => (people.areNamed ? (people.of(id).participant ?? "") : "");
      const detailOf = (event: EventRecord) => (isAboutSeat(event) ? seatOf(event.detail) : event.detail);
      return tabular(
        ["at", "actor", "kind", "detail", "count"],
        events.map((event) => ({
          at: time(event.at),
          actor: event.actor,
          kind: event.kind,
          detail: detailOf(event),
          count: event.count,
        })),
      );
    }
  }
}

/** [Y5] How often each option of a question was chosen, never by whom. */
async function comprehensionRows(store: Dependencies["store"], { id, settings }: SessionRecord) {
  const { kit } = await store.sessions.debateOf(id);
  const room = await store.sessions.room(id);
  const questions = settings.comprehension ? (kit?.questions ?? []) : [];
  return tabular(
    ["question", "option", "right", "count"],
    questions.flatMap(({ options, answer }, question) =>
      options.map((_, option) => ({
        question: question + 1,
        option: option + 1,
        right: option === answer,
        count: room?.check?.options[question]?.[option] ?? 0,
      })),
    ),
  );
}

type People = ReturnType<typeof peopleOf>;

function peopleOf({ settings: { identity } }: SessionRecord, participants: ParticipantRecord[]) {
  const known = new Map(
    participants.map((participant, index) => [participant.id, { participant, number: index + 1 }]),
  );
  const namesReal = tells(identity, "files", "realName");
  return {
    areNamed: tells(identity, "files", "name"),
    haveTimes: tells(identity, "files", "times"),
    columns: namesReal ? ["participant", "name"] : ["participant"],
    of(id: string): ExportRow {
      const found = known.get(id);
      if (!found) return { participant: null, ...(namesReal && { name: null }) };
      const { name = found.number, realName = null } = personFor("files", identity, found.participant);
      return { participant: name, ...(namesReal && { name: realName }) };
    },
  };
}

function ballotRows(
  ballots: Awaited<ReturnType<Dependencies["store"]["ballots"]["ofSession"]>>,
  people: People,
) {
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
    [...people.columns, ...columns, ...(people.haveTimes ? ["castAt"] : [])],
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
      ...(people.haveTimes && { castAt: time(castAt) }),
    })),
  );
}

function rebuttalRows(
  rebuttals: Awaited<ReturnType<Dependencies["store"]["rebuttals"]["ofSession"]>>,
  people: People,
) {
  const columns = [
    "id",
    "side",
    "body",
    "quoteSide",
    "quoteParagraph",
    "quote",
    "quoteVersion",
    "replyTo",
    "source",
    "endorsements",
    "status",
    "edited",
    "mergedInto",
    "at",
  ];
  return tabular(
    people.areNamed ? [...people.columns, ...columns] : columns,
    rebuttals
      .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
      .map(({ participantId, quote, endorsed, ...rebuttal }) => ({
        ...(people.areNamed && people.of(participantId)),
        id: rebuttal.id,
        side: rebuttal.side,
        body: rebuttal.body,
        quoteSide: quote?.side ?? null,
        quoteParagraph: quote?.n ?? null,
        quote: quote?.exact ?? null,
        quoteVersion: quote?.version ?? null,
        replyTo: rebuttal.replyTo ?? null,
        source: rebuttal.source ?? null,
        endorsements: endorsed,
        status: rebuttal.status,
        edited: rebuttal.editedAt !== undefined,
        mergedInto: rebuttal.mergedInto ?? null,
        at: time(rebuttal.at),
      })),
  );
}

function tabular(columns: string[], rows: ExportRow[]): Rows {
  return { columns, rows };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
