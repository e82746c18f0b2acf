import { z } from "zod";
import type { ClassQuestion } from "#debate/content/questions.ts";
import type { Logged, Synced } from "#debate/protocol/events.ts";
import type { ExitTicket as Exit } from "#debate/rules/exit-ticket.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import type { Outcome } from "#debate/rules/moderation.ts";
import { PHASES } from "#debate/rules/phases.ts";
import { LINKS } from "#debate/rules/rights.ts";
import type { Schedule as SetDates } from "#debate/rules/schedule.ts";
import type * as snapshot from "#debate/rules/snapshot.ts";
import { CHARTS } from "#debate/rules/snapshot.ts";
import { STEPS } from "#debate/rules/steps.ts";
import {
  choice,
  count,
  exactly,
  id,
  milliseconds,
  paragraph,
  round,
  side,
  Tally,
  wordsKind,
} from "#docs/contract/parts.ts";
import { MyPair, MySteelman, PairsNews, Speaking, SteelmanNews } from "#docs/contract/phase-state.ts";
import { PageEnd, Rebuttal } from "#docs/contract/rebuttal-state.ts";
import { PickedWords } from "#docs/contract/results.ts";
import { ResultMessage } from "#docs/contract/reveal.ts";

export const answers = z
  .array(count.nullable())
  .describe("To the questions on the positions: the index of an option for each, null without one.");
export const Question = exactly<ClassQuestion>()(
  z.object({
    question: z.string(),
    options: z.array(z.string()),
    answer: count.optional().describe("The index of the right option, after the phase `reading`."),
    why: z.string().optional(),
  }),
);
export const SentencePlace = z
  .object({ side, n: count, sentence: count })
  .describe("A sentence of paragraph `n` of a position, counted from 1.");
const Tallies = exactly<snapshot.Tallies>()(
  z.object({
    before: Tally.optional(),
    reading: Tally.optional(),
    after: Tally.optional(),
    later: Tally.optional(),
  }),
);
export const Schedule = exactly<SetDates>()(
  z.object({
    zone: z.string().describe("The time zone in which the host typed the dates, as IANA names it."),
    dates: z.array(z.object({ phase: z.enum(PHASES), at: milliseconds })),
  }),
);
export const Snapshot = exactly<snapshot.Snapshot>()(
  z.object({
    version: count,
    phase: z.enum(PHASES),
    phaseEndsAt: milliseconds.optional(),
    timerCloses: z.boolean().optional(),
    locked: z.boolean(),
    joined: count,
    onPaper: count
      .optional()
      .describe("Not for students nor while voting is open: how many of `joined` are votes on paper."),
    turnout: z.object({ round, voted: count }),
    notHeld: z
      .array(round)
      .optional()
      .describe("For students, from `results` on: rounds in which no one voted."),
    tally: Tallies.optional(),
    revealed: z.boolean().optional(),
    moreTime: z.boolean().optional(),
    step: z.enum(STEPS).optional(),
    opened: z.boolean().optional(),
    guessed: count.optional(),
    wall: z
      .union([
        z.object({
          rebuttalId: id,
          replies: z.array(id).optional().describe("Those that the host put there under it."),
        }),
        z.object({ paragraph }),
        z.object({ reason: id }),
        z.object({ chart: z.enum(CHARTS) }),
        z.literal("glossary"),
        z.literal("thanks"),
        z.literal("blank"),
      ])
      .optional(),
    wallWords: z.object({ kind: wordsKind, text: z.string() }).optional(),
    wallLook: z
      .object({ theme: z.enum(["light", "dark"]).optional(), language: z.enum(LANGUAGES).optional() })
      .optional(),
    resultsKept: z.boolean().optional(),
    links: z.partialRecord(z.enum(LINKS), z.string()).optional(),
    queue: count.optional(),
    approveFirst: z.boolean().optional(),
    check: z
      .object({
        answered: count,
        options: z
          .array(z.array(count))
          .optional()
          .describe("For each question, how often each option was chosen; the last ones may be missing."),
      })
      .optional(),
    reading: z
      .object({ both: count, unclear: z.array(SentencePlace.extend({ count })) })
      .optional()
      .describe(
        "How many have read both positions, and how many don't understand a sentence, at most 50 of them.",
      ),
    speaking: Speaking.optional().describe(
      "Host, assistant and screen, in the phase `rebuttal` of a session with `speaking`.",
    ),
    exitTickets: count.optional().describe("Host, while exit tickets are written: how many there are."),
    steelman: SteelmanNews.optional(),
    pairs: PairsNews.optional(),
    schedule: Schedule.optional().describe("The set dates that are ahead, with their time zone."),
    later: z
      .object({ planned: z.boolean(), from: milliseconds.optional(), until: milliseconds.optional() })
      .optional()
      .describe(
        "Host and assistant: whether the class votes once more, and in `closed` when that vote may open.",
      ),
  }),
);
export const ExitTicket = exactly<Exit>()(
  z.object({ moved: z.string().optional(), doubt: z.string().optional(), reading: z.string().optional() }),
);
export const outlook = z
  .object({ understanding: z.int().optional(), respect: z.int().optional() })
  .describe("Each from 1 to 5.");
const MyBallot = exactly<snapshot.MyBallot>()(
  z.object({
    choice,
    seq: count,
    confidence: z.int().optional(),
    reason: z.string().optional(),
    credit: z
      .object({
        rebuttalId: id.optional(),
        paragraph: paragraph.optional(),
        without: choice.optional(),
        why: z.string().optional(),
      })
      .optional(),
    outlook: outlook.optional(),
    castAt: milliseconds.optional(),
  }),
);
export const Mine = exactly<snapshot.Mine>()(
  z.object({
    participantId: id,
    name: z.string(),
    ballots: z.object({
      before: MyBallot.optional(),
      reading: MyBallot.optional(),
      after: MyBallot.optional(),
      later: MyBallot.optional(),
    }),
    endorsed: z.array(id),
    posted: z.array(id),
    reported: z.array(
      z.object({
        rebuttalId: id,
        outcome: z.enum(["waiting", "kept", "taken-down"] as const satisfies Outcome[]),
      }),
    ),
    guess: z.int().optional().describe("Of the share For in the last vote, in percent."),
    answers: answers.optional(),
    firstSide: side.optional().describe("The side that the reading opens on, if that was drawn."),
    readBoth: z.literal(true).optional(),
    unclear: z.array(SentencePlace).optional(),
    exit: ExitTicket.optional(),
    speech: z
      .object({ side, number: count.optional(), called: z.boolean().optional() })
      .optional()
      .describe("The request to speak; `called`: this student speaks now."),
    steelman: MySteelman.optional(),
    pair: MyPair.optional(),
  }),
);
export const Roster = exactly<snapshot.Roster>()(
  z.object({
    connected: count,
    seats: z.array(
      z.object({
        participantId: id,
        name: z.string(),
        realName: z.string().optional(),
        connected: z.boolean(),
        onPaper: z.literal(true).optional().describe("A ballot slip that the host typed in."),
        voted: z.array(round).optional(),
        table: count.optional().describe("In `pairs`: where they sit."),
      }),
    ),
  }),
);
export const LogEntry = exactly<snapshot.LogEntry>()(
  z.object({
    id: count,
    at: milliseconds,
    actor: z.enum(["host", "assistant", "participant", "timer"]),
    kind: z.string().describe("More kinds may be added."),
    detail: z.string().optional(),
    rebuttalId: id.optional(),
    seat: z.object({ name: z.string() }).optional(),
    count: count.optional(),
    canUndo: z.boolean(),
  }),
);
/** What a page starts from, and a lost connection goes on with. */
export const LIVE = {
  rebuttals: z.array(Rebuttal),
  more: PageEnd.optional(),
  cursor: count,
  now: milliseconds,
  result: ResultMessage.optional(),
  picked: z.array(PickedWords).optional(),
};
export const Sync = exactly<Synced>()(
  z.object({
    session: Snapshot,
    you: Mine.optional(),
    ...LIVE,
    roster: Roster.optional(),
    log: z.array(LogEntry).optional(),
  }),
);
export const Decision = exactly<Logged>()(z.object({ entries: z.array(count), steelmen: count.optional() }));
