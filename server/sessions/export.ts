import { OUTLOOKS } from "#debate/rules/ballots.ts";
import { ROUNDS, SIDES, type Side } from "#debate/rules/choices.ts";
import { EXIT_LINES, type ExitTicket } from "#debate/rules/exit-ticket.ts";
import { personFor, tells } from "#debate/rules/identity.ts";
import { isAboutSeat } from "#debate/rules/log.ts";
import { laterTold, votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { encounterCounts, encounterRows } from "#server/sessions/export-encounters.ts";
import { pairLineRows, pairRows } from "#server/sessions/export-pairs.ts";
import { type ExportRow, type Rows, tabular, time } from "#server/sessions/export-rows.ts";
import { ratingRows, steelmanRows } from "#server/sessions/export-steelmen.ts";
import type { BallotRecord } from "#server/store/ballots.ts";
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
  "pairs",
  "pairLines",
  "steelmen",
  "steelmanRatings",
  "exit",
  "reading",
  "speaking",
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
      return participantRows(participants, people);
    case "ballots":
      return ballotRows(toldOf(session, await store.ballots.ofSession(session.id)), people);
    case "rebuttals":
      return rebuttalRows(await store.rebuttals.ofSession(session.id), people);
    case "endorsements":
    case "exposures":
      return people.areNamed
        ? encounterRows(store, session, table, people)
        : encounterCounts(store, session, table);
    case "comprehension":
      return comprehensionRows(store, session);
    case "pairs":
      return pairRows(await store.pairs.ofSession(session.id), people);
    case "pairLines":
      return pairLineRows(await store.pairs.ofSession(session.id), people);
    case "steelmen":
      return steelmanRows(await store.steelmen.ofSession(session.id), people);
    case "steelmanRatings":
      return ratingRows(await store.steelmen.ofSession(session.id), people);
    case "exit":
      return exitRows(await store.exitTickets.ofSession(session.id), people);
    case "reading":
      return readingRows(store, session, participants);
    case "speaking":
      return speakingRows(session);
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

/** [P35] Person by person, in the order of the rounds. Ballots of the later vote are exported once it has closed. */
function toldOf({ phase }: SessionRecord, ballots: BallotRecord[]): BallotRecord[] {
  const told = laterTold(phase) ? ballots : ballots.filter(({ round }) => round !== "later");
  return told.toSorted((one, other) => {
    if (one.participantId === other.participantId)
      return ROUNDS.indexOf(one.round) - ROUNDS.indexOf(other.round);
    return one.participantId < other.participantId ? -1 : 1;
  });
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

/**
 * [Y16] Exit tickets, with whose they are where files name people; else in the order of their words, so that no place tells
 * who wrote them or when.
 */
function exitRows(tickets: (ExitTicket & { participantId: string })[], people: People) {
  const rows = tickets.map(({ participantId, moved = null, doubt = null, reading = null }) => ({
    ...(people.areNamed && people.of(participantId)),
    ...{ moved, doubt, reading },
  }));
  const inOrder = (row: ExportRow) => JSON.stringify(row);
  return tabular(
    [...(people.areNamed ? people.columns : []), ...EXIT_LINES],
    rows.sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1)),
  );
}

/** [X9] [X10] How many seats began with each side, have read both, and don't understand a sentence, never who. */
async function readingRows(
  store: Dependencies["store"],
  { id }: SessionRecord,
  participants: ParticipantRecord[],
) {
  const seated = participants.filter(({ removed }) => !removed);
  const count = (what: string, side: Side | null, counted: (seat: ParticipantRecord) => boolean | null) => ({
    ...{ what, side, paragraph: null, sentence: null, count: seated.filter(counted).length },
  });
  const unclear = await store.reading.unclear(id);
  return tabular(
    ["what", "side", "paragraph", "sentence", "count"],
    [
      ...SIDES.map((side) => count("first", side, ({ firstSide }) => firstSide === side)),
      count("both", null, ({ readBoth }) => readBoth),
      count("starters", null, ({ starters }) => starters),
      ...unclear.map(({ n, ...place }) => ({ what: "unclear", paragraph: n, ...place })),
    ],
  );
}

/** [P12] How long each side spoke in speeches that are over, in milliseconds, and how many requests to speak there were. */
function speakingRows({ settings, spoken }: SessionRecord) {
  const rows = [
    ...SIDES.map((side) => ({ what: "spoken", side, count: spoken?.[side] ?? 0 })),
    { what: "requests", side: null, count: spoken?.asked ?? 0 },
  ];
  return tabular(["what", "side", "count"], settings.speaking ? rows : []);
}

type People = ReturnType<typeof peopleOf>;

/** [V8] In anonymous sessions without what would tell seats of one choice apart: `reading` counts it. [X10] Who has read both stands in none. */
function participantRows(participants: ParticipantRecord[], people: People) {
  const drawn = people.areNamed ? ["firstSide", "starters"] : [];
  return tabular(
    [...people.columns, "removed", "onPaper", ...drawn],
    participants.map(({ id, removed, onPaper, firstSide, starters }) => ({
      ...people.of(id),
      removed,
      onPaper,
      ...(people.areNamed && { firstSide, starters }),
    })),
  );
}

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

function ballotRows(ballots: BallotRecord[], people: People) {
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
    ...OUTLOOKS,
  ];
  return tabular(
    [...people.columns, ...columns, ...(people.haveTimes ? ["castAt"] : [])],
    ballots.map(({ participantId, round, choice, confidence, reason, credit, outlook, castAt }) => ({
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
    "kind",
    "starter",
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
        kind: rebuttal.kind ?? null,
        starter: rebuttal.starter ?? null,
        endorsements: endorsed,
        status: rebuttal.status,
        edited: rebuttal.editedAt !== undefined,
        mergedInto: rebuttal.mergedInto ?? null,
        at: time(rebuttal.at),
      })),
  );
}
