import { z } from "zod";
import { STARTERS } from "#debate/activities/index.ts";
import { TABLES as ACTIVITY_TABLES, SEAT_COLUMNS } from "#debate/activities/messages.ts";
import { name, participant, row, table, time, timeBesideName } from "#debate/protocol/answers/cells.ts";
import { DesignRow } from "#debate/protocol/answers/export-design.ts";
import { choice, count, id, round, side, wordsKind } from "#debate/protocol/answers/parts.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

const rebuttal = id.describe("The `id` of a row of `rebuttals`.");

export const BallotRow = row({
  participant,
  name,
  round,
  choice,
  confidence: z.int().min(1).max(5).nullable(),
  reason: z.string().nullable(),
  creditRebuttal: id.nullable(),
  creditSide: side.nullable(),
  creditParagraph: count.nullable(),
  creditWithout: choice.nullable(),
  creditWhy: z.string().nullable(),
  understanding: z.int().min(1).max(5).nullable(),
  respect: z.int().min(1).max(5).nullable(),
  control: choice.nullable(),
  castAt: time.optional().describe("Not in anonymous sessions, and not with `names=no`."),
});
export const RebuttalRow = row({
  participant: participant.optional().describe("The author; not in anonymous sessions."),
  name,
  id,
  side,
  body: z.string(),
  quoteSide: side.nullable(),
  quoteParagraph: count.nullable(),
  quote: z.string().nullable(),
  quoteVersion: z.string().nullable().describe("Whose words these are; null for the original's."),
  replyTo: id.nullable(),
  source: z.string().nullable(),
  starter: z.enum(STARTERS).nullable(),
  endorsements: count,
  status: z.enum(REBUTTAL_STATUSES),
  edited: z.boolean(),
  mergedInto: id.nullable().describe("The rebuttal that stands for it, with the status `hidden`."),
  at: timeBesideName,
});
const Encounter = row({ rebuttal, participant, name });
export const EndorsementRow = z.union([
  Encounter,
  row({
    rebuttal,
    for: z.null(),
    against: z.null(),
    undecided: z.null(),
    noCamp: z.null(),
    people: count,
  }).describe("In anonymous sessions: how many endorsed it. Camps are not told."),
]);
export const ExposureRow = z.union([
  Encounter,
  row({ rebuttal, fewer: z.null(), more: z.null(), people: count }).describe(
    "In anonymous sessions: how many were shown it. Camps are not told.",
  ),
]);
export const ParticipantRow = row({
  participant,
  name,
  removed: z.boolean(),
  onPaper: z.boolean(),
  firstSide: side.nullable().optional().describe("Not in anonymous sessions."),
  ...z.object(SEAT_COLUMNS).partial().shape,
});
export const EventRow = row({
  at: time,
  actor: z.string(),
  kind: z.string(),
  detail: z.string(),
  count,
});

const PickRow = row({
  kind: wordsKind,
  round,
  text: z.string(),
  shown: z.boolean().describe("Whether the class may read the results, and so this, yet."),
});
const ParagraphRow = row({
  side,
  n: count,
  version: z.string().nullable().describe("The reading text; null for the original."),
  language: z.string().nullable(),
  text: z.string(),
});
const MergedRow = row({
  what: z.enum(["endorsement", "exposure"]),
  rebuttal: rebuttal.describe("Whose words were read."),
  head: id.describe("The rebuttal that stands for it, and for which it counts."),
  participant,
  name,
});

export const Exported = z.discriminatedUnion("table", [
  table("ballots", BallotRow),
  table("rebuttals", RebuttalRow),
  table("endorsements", EndorsementRow),
  table("exposures", ExposureRow),
  table("participants", ParticipantRow),
  table("events", EventRow),
  table("design", DesignRow),
  table("picks", PickRow),
  table("paragraphs", ParagraphRow),
  table("merged", MergedRow),
  ...ACTIVITY_TABLES,
]);

export type Table = z.infer<typeof Exported>["table"];
export const TABLES: readonly Table[] = Exported.options.map(({ shape }) => shape.table.value);
