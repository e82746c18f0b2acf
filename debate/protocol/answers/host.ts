// What only a host has of a session.
import { z } from "zod";
import { byRound, choice, count, id, milliseconds, round } from "#debate/protocol/answers/parts.ts";
import { StoredSettings } from "#debate/rules/settings.ts";

const voted = z
  .boolean()
  .nullable()
  .describe("Null if they did not vote in it, and still can or no one did.");
/** [V19] In numbers of rebuttals, endorsements and people who give credit. */
const Row = z.object({
  participantId: id.describe("With `names=no` drawn for this answer."),
  name: z.string().exactOptional().describe("As the class sees it; not with `names=no`."),
  realName: z.string().exactOptional().describe("As typed; only with pseudonyms, and not with `names=no`."),
  removed: z.boolean(),
  voted: byRound(voted).extend({ before: voted, reading: voted, after: voted }),
  rebuttals: count.describe("Published ones, replies included."),
  replies: count,
  /** Waits for approval. */
  pending: count,
  /** Was taken down. */
  hidden: count,
  endorsementsGiven: count,
  endorsementsReceived: count,
  credits: count,
  deletedWords: z.boolean(),
});
export const ParticipationRecord = z.object({
  /** A moment before it was read. */
  asOf: z.iso.datetime(),
  rounds: z.array(round),
  open: round.nullable().describe("The round in which a vote is open."),
  rows: z.array(Row),
  deletedSeats: count.describe("How many seats were deleted, and so have no row."),
});
/** A note as the server has it, and whose it is. */
export const Note = z.object({
  text: z.string(),
  etag: z.string(),
  by: z.string().describe("The host’s id."),
});
export type Note = z.infer<typeof Note>;
export const StaleNote = Note.extend({
  error: z.object({ code: z.literal("stale"), message: z.string() }),
});
export const StoredSlip = z.object({
  id,
  /** Of its seat. */
  number: count,
  before: choice.exactOptional(),
  reading: choice.exactOptional(),
  after: choice.exactOptional(),
});
export const Slips = z.object({ slips: z.array(StoredSlip) });
/** [D34] Settings that an instructor opens sessions with, times included. */
export const Template = z.object({
  id: z.string(),
  name: z.string(),
  settings: StoredSettings,
  createdAt: milliseconds,
});
