import { z } from "zod";
import { STARTERS } from "#debate/activities/index.ts";
import { TABLES as ACTIVITY_TABLES, SEAT_COLUMNS } from "#debate/activities/messages.ts";
import { name, participant, row, table, time, timeBesideName } from "#debate/protocol/answers/cells.ts";
import { DesignRow } from "#debate/protocol/answers/export-design.ts";
import { choice, count, id, round, side, wordsKind } from "#debate/protocol/answers/parts.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

const scale = z.int().min(1).max(5).nullable();
const rebuttal = id.describe("The `id` of a row of `rebuttals`.");

export const BallotRow = row({
  participant,
  name,
  round: round.describe("Which vote: first, after reading, last, or weeks later."),
  choice: choice.describe("What they voted."),
  confidence: scale.describe("How sure they were, from 1 to 5."),
  reason: z.string().nullable().describe("Why they voted so, in their words."),
  creditRebuttal: id.nullable().describe("The rebuttal that moved them."),
  creditSide: side.nullable().describe("The position that moved them."),
  creditParagraph: count.nullable().describe("Which paragraph of it, from 1."),
  creditWithout: choice.nullable().describe("What they would have voted without it."),
  creditWhy: z.string().nullable().describe("Why it moved them, in their words."),
  understanding: scale.describe("“I can state the other side’s best argument”, from 1 to 5."),
  respect: scale.describe("“Those who disagree with me have good reasons”, from 1 to 5."),
  control: choice.nullable().describe("Their answer to the resolution that nobody debated [M40]."),
  castAt: time.optional().describe("When. Not in anonymous sessions, and not with `names=no`."),
}).describe("One row for each person and vote: the ballot that counts [M1].");
export const RebuttalRow = row({
  participant: participant.optional().describe("The author; not in anonymous sessions."),
  name,
  id: id.describe("Its id."),
  side: side.describe("The side that it argues for."),
  body: z.string().describe("Its words."),
  quoteSide: side.nullable().describe("The position that it quotes."),
  quoteParagraph: count.nullable().describe("Which paragraph of it, from 1."),
  quote: z.string().nullable().describe("The quoted words."),
  quoteVersion: z.string().nullable().describe("Whose words these are; null for the original's."),
  replyTo: id.nullable().describe("The rebuttal that it answers, or what stands for that."),
  source: z.string().nullable().describe("A link to where its author read it."),
  starter: z.enum(STARTERS).nullable().describe("The sentence starter that it was written with."),
  endorsements: count.describe("How many people endorsed it, without removed ones."),
  status: z.enum(REBUTTAL_STATUSES).describe("Only published ones count in results."),
  edited: z.boolean().describe("Whether its author has changed it."),
  mergedInto: id.nullable().describe("The rebuttal that stands for it, with the status `hidden`."),
  at: timeBesideName,
}).describe("One row for each rebuttal, also pending and hidden ones.");
const Encounter = row({ rebuttal, participant, name });
const untold = z.null().describe("Always empty: camps are not told.");
const people = count.describe("How many people.");
export const EndorsementRow = z
  .union([
    Encounter,
    row({ rebuttal, for: untold, against: untold, undecided: untold, noCamp: untold, people }).describe(
      "In anonymous sessions: how many endorsed it. Camps are not told.",
    ),
  ])
  .describe("Who found which rebuttal persuasive.");
export const ExposureRow = z
  .union([
    Encounter,
    row({ rebuttal, fewer: untold, more: untold, people }).describe(
      "In anonymous sessions: how many were shown it. Camps are not told.",
    ),
  ])
  .describe(
    "Who was shown which rebuttal. Its author and endorsers count as readers, too, without a row [K3, K4].",
  );
export const ParticipantRow = row({
  participant,
  name,
  removed: z.boolean().describe("Whether the host removed this seat; it counts in no result."),
  onPaper: z.boolean().describe("Whether it is a slip of paper that the host typed."),
  firstSide: side
    .nullable()
    .optional()
    .describe("The side on which the reading opened. Not in anonymous sessions."),
  ...z.object(SEAT_COLUMNS).partial().shape,
}).describe("One row for each seat.");
export const EventRow = row({
  at: time.describe("When."),
  actor: z.string().describe("The role that did it, such as `host`."),
  kind: z.string().describe("What was done, such as `phase` or `hide`."),
  detail: z.string().describe("A phase, an id, or dates. Not the seat of an anonymous session."),
  count: count.describe("How often, where one row stands for several."),
}).describe("What happened, the oldest first.");

const PickRow = row({
  kind: wordsKind.describe("The reason of a vote, or why something moved the voter."),
  round: round.describe("With which vote."),
  text: z.string().describe("Their words."),
  shown: z.boolean().describe("Whether the class may read the results, and so this, yet."),
}).describe("Words of voters that the host lets the class see, in the order of the words.");
const ParagraphRow = row({
  side: side.describe("Which position."),
  n: count.describe("Which paragraph, from 1."),
  version: z.string().nullable().describe("The reading text; null for the original."),
  language: z.string().nullable().describe("Its language tag."),
  text: z.string().describe("Its words, as written."),
}).describe("Both positions: the original, then each reading text.");
const MergedRow = row({
  what: z.enum(["endorsement", "exposure"]).describe("What they did with it."),
  rebuttal: rebuttal.describe("Whose words were read."),
  head: id.describe("The rebuttal that stands for it, and for which it counts."),
  participant,
  name,
}).describe(
  "Who endorsed or was shown a merged rebuttal, or its head, in its own words. `endorsements` and `exposures` have them under the head, once each.",
);

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
