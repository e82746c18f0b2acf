import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { LINE_LENGTH, MISSING_DECISIONS } from "#debate/activities/pairs/terms.ts";
import { name, participant, row, table, timeBesideName } from "#debate/protocol/answers/cells.ts";
import { choice, count, id, milliseconds, nothing, ok } from "#debate/protocol/answers/parts.ts";
import { text } from "#debate/protocol/fields.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

/** [P39] A request that waits. An assistant sees only the table where partners have no names [P40]. */
export const MissingPartner = z.object({
  table: count,
  participantId: id.exactOptional(),
  partnerId: id.exactOptional(),
});
export const PairsNews = z
  .object({
    madeAt: milliseconds.exactOptional(),
    startedAt: milliseconds.exactOptional(),
    tables: count.exactOptional(),
    alone: count.exactOptional(),
    /** [P27] */
    held: z.array(count).exactOptional(),
    /** [P39] The oldest first. */
    missing: z.array(MissingPartner).exactOptional(),
  })
  .describe(
    "In `pairs`; `madeAt` once the class was paired, `startedAt` while the script runs. `tables` not for students, `alone` and `missing` (who can't find which partner) for host and assistant, `held` (the tables with a line that waits) for the host. In a pseudonymous session with pairs by voice an assistant's `missing` has tables alone.",
  );
export const PairLine = z.object({
  id,
  by: z.string().describe("A name, or `you`."),
  body: z.string(),
  status: z.enum(REBUTTAL_STATUSES),
  at: milliseconds,
});
export const requestState = z.enum(["waiting", "here", "there", "over"]);
export const OwnTable = z.object({
  table: count,
  group: id,
  since: milliseconds.describe("When the last of those who sit here now sat down."),
  place: count.describe("In the script, from 0."),
  partners: z.array(
    z.object({
      place: count,
      /** [P40] */
      name: z.string().exactOptional().describe("Not in a pseudonymous session with pairs by voice."),
      /** [P41] Of their newest vote. */
      choice: choice
        .nullable()
        .exactOptional()
        .describe("Only for a student with a vote from before the class was paired; null without one."),
    }),
  ),
  /** [P37] */
  asked: z
    .object({ place: count.exactOptional(), state: requestState })
    .exactOptional()
    .describe(
      "The student's request to find a partner, the only one since the class was paired: it waits, the partner or the host said that they are there, or it is over. `place`: of that partner, while both sit here.",
    ),
  /** [P37] */
  missed: z.literal(true).exactOptional().describe("A partner can't find this student."),
  /** [P27] Since this student sits here, the oldest first. */
  lines: z.array(PairLine).exactOptional().describe("Only in writing; the newest 60."),
});
export const OwnPair = z
  .union([OwnTable, z.literal("away").describe("This student was not there, and was replaced.")])
  .describe("In `pairs`, once the student has a place.");

const group = id.describe("The same for all who shared a table at a time.");
const PairRow = row({
  participant,
  name,
  group: group.nullable(),
  table: count.optional().describe("Its number. Not with `names=no`."),
  away: z.boolean().describe("Whether they were missing, and replaced."),
}).describe("One row for each person with a place in pairs, as they sat last.");
const PairLineRow = row({
  participant,
  name,
  id: id.describe("Its id."),
  group,
  body: z.string().describe("Its words."),
  status: z.enum(REBUTTAL_STATUSES).describe("Only published ones were read by partners."),
  at: timeBesideName,
}).describe("What partners wrote to each other.");

const Nothing = z.strictObject({});
const part = z.looseObject({});

export const pairs = {
  sends: {
    "pairs:join": {
      payload: Nothing,
      accepted: nothing,
      does: "Asks for a place in pairs, in the phase `pairs` once the class was paired: for who came late or comes back. `mine` then holds it; who has one keeps it.",
    },
    "pairs:missing": {
      /** [P37] A partner, by their place at the table, can't be found; `on: false`: was found. */
      payload: z.strictObject({ place: z.int().min(0).max(2), on: z.boolean().default(true) }),
      accepted: nothing,
      does: "Says that the partner at that place can't be found: once since the class was paired, else `too-many` without `retryAfter`. It asks the partner (`missed`) and the host, and moves no one; `on: false` takes it back.",
    },
    "pairs:here": {
      payload: Nothing,
      accepted: nothing,
      does: "A student whom a partner can't find is there, which ends the request. `not-found` if no one asks by now.",
    },
    "pairs:say": {
      /** [P27] A line to one's partners. The client makes the id, so that a repetition is one line. `to`: whom it was written to. */
      payload: z.strictObject({
        id,
        body: text(LINE_LENGTH),
        to: z.strictObject({ group: id, since: z.int().nonnegative() }).optional(),
      }),
      accepted: ok({ id }),
      does: "Writes a line to one's partners, where the session's pairs talk in writing. The client makes the id, so that a repetition is one line. `to`: `group` and `since` of the table that it was written at; `stale` if one sits with others now, or someone has joined since.",
    },
    "host:pairs": {
      /** [P25] Pairs the class anew, begins the script, or ends it. */
      payload: z.strictObject({ act: z.enum(["make", "start", "stop"]) }),
      accepted: nothing,
      does: "Pairs everyone who is connected anew (`make`), begins the script with the phase's timer (`start`), or ends it (`stop`).",
    },
    "host:pairs-missing": {
      /** [P37] The host's answer to a request: who can't find whom, and whether that partner is replaced. */
      payload: z.strictObject({ participantId: id, partnerId: id, action: z.enum(MISSING_DECISIONS) }),
      accepted: nothing,
      does: "Answers who can't find a partner (`participantId`, `partnerId`): `replace` finds another one, `stay` says that they are there. `not-found` if the request is over, `stale` if it is about someone else by now.",
    },
    "host:pair-lines": {
      /** [P27] What is written at a table. */
      payload: z.strictObject({ table: z.int().positive() }),
      accepted: ok({ lines: z.array(PairLine) }),
      does: "Reads what is written at a table; none where no one sits there.",
    },
    "host:pair-line": {
      /** [P27] Hides a line, or shows it, also one that waits. */
      payload: z.strictObject({ lineId: id, action: z.enum(["hide", "show"]) }),
      accepted: nothing,
      does: "Hides a line between partners, or shows it, also one that waits.",
    },
  },
  snapshot: {
    /** [P22] */
    pairs: PairsNews.exactOptional(),
  },
  mine: {
    /** [P22] */
    pair: OwnPair.exactOptional(),
  },
  seat: {
    /** [P22] */
    table: count.exactOptional().describe("In `pairs`: where they sit."),
  },
  ownFile: { pair: part.nullable(), pairRequest: part.nullable(), pairLines: z.array(part) },
  tables: [table("pairs", PairRow), table("pairLines", PairLineRow)],
  named: { PairLine, PairLineRow, PairRow },
} as const satisfies ActivityMessages;
