import { z } from "zod";
import { SNAPSHOT } from "#debate/activities/messages.ts";
import {
  byRound,
  count,
  id,
  milliseconds,
  paragraph,
  round,
  side,
  Tally,
  wordsKind,
} from "#debate/protocol/answers/parts.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { LINKS } from "#debate/rules/rights.ts";
import { CHARTS, STEPS } from "#debate/rules/steps.ts";

export const Tallies = byRound(Tally);
/** [P30] What opens when, in this order. */
export const Schedule = z.object({
  zone: z.string().describe("The time zone in which the host typed the dates, as IANA names it."),
  dates: z.array(z.object({ phase: z.enum(PHASES), at: milliseconds })),
});
export const OnWall = z.union([
  z.object({
    rebuttalId: id,
    /** [R23] */
    replies: z.array(id).optional().describe("Those that the host put there under it."),
  }),
  z.object({ paragraph }),
  /** [D47] The side of a position. */
  z.object({ picture: side }),
  z.object({ reason: id }),
  z.object({ chart: z.enum(CHARTS) }),
  z.literal("glossary"),
  z.literal("thanks"),
  /** [V13] Shows nothing. */
  z.literal("blank"),
]);
export const WallWords = z.object({ kind: wordsKind, text: z.string() });
export const WallAppearance = z.object({
  theme: z.enum(["light", "dark"]).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
});
export const Snapshot = z.object({
  ...SNAPSHOT,
  version: count,
  phase: z.enum(PHASES),
  /** Absent without a timer. */
  phaseEndsAt: milliseconds.exactOptional(),
  /** Whether the phase ends automatically then. */
  timerCloses: z.boolean().exactOptional(),
  locked: z.boolean(),
  /** Participants, without removed ones. */
  joined: count,
  /** [Y18] Where phones are asked what slips can't answer. */
  onPaper: count
    .exactOptional()
    .describe("Not for students nor while voting is open: how many of `joined` are votes on paper."),
  turnout: z.object({ round, voted: count }),
  /** [V33] */
  notHeld: z
    .array(round)
    .exactOptional()
    .describe("For students, from `results` on: rounds in which no one voted."),
  /** Only for audiences that may see it now. */
  tally: Tallies.exactOptional(),
  /** Host and screen: whether the host shows the tallies so far. */
  revealed: z.boolean().exactOptional(),
  /** [P10] Host and assistant: a student needs more time than the timer gives. */
  moreTime: z.boolean().exactOptional(),
  /** In `results` and `closed`: the step of the reveal that is displayed. */
  step: z.enum(STEPS).exactOptional(),
  /** Host and assistant: the class has had the whole results since the last vote, whatever step is displayed. */
  opened: z.boolean().exactOptional(),
  /** What was put on the wall; without it the wall shows the phase. [F5] Students: only a rebuttal or a paragraph. */
  wall: OnWall.exactOptional(),
  /** [V18] With it, if words of a voter are on the wall: those. */
  wallWords: WallWords.exactOptional(),
  /** [V27] Host, assistant and screen: how the wall looks, if the host has chosen that. */
  wallLook: WallAppearance.exactOptional(),
  /** Host: whether only the class and holders of the results link can read the results. */
  resultsKept: z.boolean().exactOptional(),
  /** [A4] Host: the existing links as paths with their keys. */
  links: z.partialRecord(z.enum(LINKS), z.string()).exactOptional(),
  /** Host and assistant: the number of rebuttals that wait for approval or have unresolved reports. */
  queue: count.exactOptional(),
  /** Host and assistant: whether new rebuttals wait for approval. [V49] Students: only where they do. */
  approveFirst: z.boolean().exactOptional(),
  /** [Q22] */
  feedback: z.literal(true).exactOptional().describe("Students: marks are released, and on each one's card."),
  /** [P29] */
  schedule: Schedule.exactOptional().describe("The set dates that are ahead, with their time zone."),
});
