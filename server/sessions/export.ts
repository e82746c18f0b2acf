import type { Table } from "#debate/protocol/answers/export-tables.ts";
import { isOfDebate, ROUNDS } from "#debate/rules/choices.ts";
import { isAboutSeat } from "#debate/rules/log.ts";
import { laterResultsPublic, votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { isSealedTable, seatColumnsOfActivities, TABLES } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { DrawnIds } from "#server/sessions/drawn-ids.ts";
import { encounterTotals, numberedSeats, unlinkedBallots } from "#server/sessions/export-anonymous.ts";
import { designRows } from "#server/sessions/export-design.ts";
import { type People, participantRows, peopleOf } from "#server/sessions/export-people.ts";
import { encounterRows, rebuttalRows } from "#server/sessions/export-rebuttals.ts";
import { mergedRows, paragraphRows, pickRows } from "#server/sessions/export-results.ts";
import { type NamedPeople, type Rows, tabular, time } from "#server/sessions/export-rows.ts";
import { eventsWithoutNames, withoutNames } from "#server/sessions/export-without-names.ts";
import type { BallotRecord } from "#server/store/ballots/ballots.ts";
import type { EventRecord } from "#server/store/sessions/events.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [V9] Sealed in an anonymous session until `results`: a new row, or a camp's new count, would reveal who has just voted. */
const SEALED: readonly Table[] = ["ballots", "endorsements", "exposures", "picks"];

/** [V40] Without names if ids were drawn. */
export async function exportRows(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
  table: Table,
  drawn: DrawnIds | null = null,
): Promise<Result<Rows>> {
  if (SEALED.includes(table) && votesSealed(session)) return refuse("wrong-phase");
  if (isSealedTable(table, session)) return refuse("wrong-phase");
  const rows = await rowsOf(parts, session, table, drawn);
  return accept(drawn ? await withoutNames(table, rows, drawn) : rows);
}

/**
 * [V8] The identity promise applies here too: in anonymous sessions participants are numbers of one file,
 * ballots have no times, rebuttals have no author, and endorsements and exposures are counts of people.
 */
async function rowsOf(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
  table: Table,
  drawn: DrawnIds | null,
): Promise<Rows> {
  const { store } = parts;
  const stored = await store.participants.ofSession(session.id);
  // A deleted seat may be left as a number [J10, G4, X10].
  const participants = stored.filter(({ id, name, removed }) => !removed || name !== id);
  const people = peopleOf(session, participants, drawn);
  switch (table) {
    case "participants":
      return people.areNamed
        ? participantRows(participants, people, await seatColumnsOfActivities(parts, session))
        : numberedSeats(participants);
    case "ballots":
      return people.areNamed
        ? ballotRows(toldOf(session, await store.ballots.ofSession(session.id)), people)
        : ballotRows(await unlinkedBallots(parts, session), NUMBERED);
    case "rebuttals":
      return rebuttalRows(await store.rebuttals.ofSession(session.id), people);
    case "endorsements":
    case "exposures":
      return people.areNamed
        ? encounterRows(store, session, table, people, drawn)
        : encounterTotals(parts, session, table);
    case "design":
      return designRows(store, session);
    case "picks":
      return pickRows(parts, session);
    case "paragraphs":
      return paragraphRows(store, session);
    case "merged":
      return mergedRows(store, session, people, drawn);
    case "events":
      return eventRows(await store.events.ofSession(session.id), people, drawn);
    default:
      return TABLES[table].rows(parts, session, people);
  }
}

function eventRows(events: EventRecord[], people: People, drawn: DrawnIds | null) {
  // [R11] The seat is named only if seats have names.
  const seatOf = (id: string) => (people.areNamed ? (people.of(id).participant ?? "") : "");
  const detailOf = (event: EventRecord) => (isAboutSeat(event.kind) ? seatOf(event.detail) : event.detail);
  const told = drawn ? eventsWithoutNames(events, drawn) : events;
  return tabular(
    ["at", "actor", "kind", "detail", "count"],
    told.map((event) => ({
      at: time(event.at),
      actor: event.actor,
      kind: event.kind,
      detail: detailOf(event),
      count: event.count,
    })),
  );
}

/** [P35] Person by person, in the order of the rounds. Ballots of a vote after the lesson are exported once it has closed. */
function toldOf({ phase }: SessionRecord, ballots: BallotRecord[]): BallotRecord[] {
  const told = ballots.filter(({ round }) => isOfDebate(round) || laterResultsPublic(phase));
  return told.toSorted((one, other) => {
    if (one.participantId === other.participantId)
      return ROUNDS.indexOf(one.round) - ROUNDS.indexOf(other.round);
    return one.participantId < other.participantId ? -1 : 1;
  });
}

type ExportedBallot = Pick<BallotRecord, "participantId" | "round" | "choice"> & Partial<BallotRecord>;

/** [Z19] People under the numbers of one file. */
const NUMBERED = { columns: ["participant"], of: (id: string) => ({ participant: Number(id) }) };

function ballotRows(ballots: ExportedBallot[], people: NamedPeople & { haveTimes?: boolean }) {
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
    "understanding",
    "respect",
    "control",
  ];
  return tabular(
    [...people.columns, ...columns, ...(people.haveTimes ? ["castAt"] : [])],
    ballots.map(({ participantId, round, choice, confidence, reason, credit, outlook, control, castAt }) => ({
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
      understanding: outlook?.understanding ?? null,
      respect: outlook?.respect ?? null,
      control: control ?? null,
      ...(people.haveTimes && castAt !== undefined && { castAt: time(castAt) }),
    })),
  );
}
