// What the optional parts of a lesson add to a session's state.
import { z } from "zod";
import { choice, count, id, milliseconds } from "#debate/protocol/answers/parts.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

/** [P39] A request that waits. An assistant is told the table alone where partners have no names [P40]. */
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
