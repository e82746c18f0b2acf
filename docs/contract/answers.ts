import { z } from "zod";
import { Debate, LibraryDebate } from "#debate/content/debate.ts";
import type { Warning } from "#debate/content/newsletter-remarks.ts";
import type { ClassQuestion } from "#debate/content/questions.ts";
import { VersionId } from "#debate/content/text-fields.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type * as capacity from "#debate/protocol/capacity.ts";
import type { Logged, Synced } from "#debate/protocol/events.ts";
import type { Invitation, PassRow, PhonePage, SessionCard, StudentCard } from "#debate/protocol/pages.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import type { DownWith, Outcome } from "#debate/rules/moderation.ts";
import { PHASES } from "#debate/rules/phases.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttals.ts";
import { REFUSALS } from "#debate/rules/result.ts";
import { ENTRIES, IDENTITIES, SMALL_GROUPS } from "#debate/rules/session-options.ts";
import { StoredSettings } from "#debate/rules/settings.ts";
import type * as snapshot from "#debate/rules/snapshot.ts";
import { CHARTS } from "#debate/rules/snapshot.ts";
import { STEPS } from "#debate/rules/steps.ts";
import {
  BallotRow,
  ComprehensionRow,
  EndorsementRow,
  EventRow,
  ExposureRow,
  ParticipantRow,
  RebuttalRow,
} from "#docs/contract/export-tables.ts";
import {
  choice,
  count,
  exactly,
  id,
  milliseconds,
  paragraph,
  quote,
  round,
  side,
  Tally,
  wordsKind,
} from "#docs/contract/parts.ts";
import { ComparisonAnswer, PickedWords, ResultMessage, ResultsAnswer } from "#docs/contract/results.ts";
import type { accountData } from "#server/sessions/own-account.ts";
import type { ownData } from "#server/sessions/own-data.ts";

export const Refused = z.object({
  ok: z.literal(false),
  code: z.enum(REFUSALS),
  message: z.string().optional(),
  retryAfter: z.number().optional().describe("Seconds until the same message is accepted."),
});
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.enum(REFUSALS),
    message: z.string(),
    fields: z.unknown().optional().describe("What is wrong, field by field, where the request says so."),
  }),
});

const answers = z
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
const Tallies = exactly<snapshot.Tallies>()(
  z.object({ before: Tally.optional(), reading: Tally.optional(), after: Tally.optional() }),
);
export const Snapshot = exactly<snapshot.Snapshot>()(
  z.object({
    version: count,
    phase: z.enum(PHASES),
    phaseEndsAt: milliseconds.optional(),
    timerCloses: z.boolean().optional(),
    locked: z.boolean(),
    joined: count,
    turnout: z.object({ round, voted: count }),
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
    spotlight: id.optional(),
    wallLook: z
      .object({ theme: z.enum(["light", "dark"]).optional(), language: z.enum(LANGUAGES).optional() })
      .optional(),
    resultsKept: z.boolean().optional(),
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
  }),
);
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
  }),
);
const downWith = z.enum(["seat", "answered", "merged"] as const satisfies DownWith[]).optional();
const Rebuttal = exactly<snapshot.Rebuttal>()(
  z.object({
    id,
    side,
    body: z.string(),
    by: z.string().optional(),
    quote: quote.optional(),
    replyTo: id.optional(),
    source: z.string().optional(),
    edited: z.literal(true).optional(),
    merged: count.optional().describe("How many others were merged into it."),
    mergedInto: id.optional().describe("With `downWith: merged`, for host and author."),
    answers: count.optional().describe("For a screen: how many replies the class reads."),
    endorsements: count,
    status: z.enum(REBUTTAL_STATUSES),
    downWith,
    at: milliseconds,
    rank: count,
    participantId: id.optional(),
    reports: z.array(z.string()).optional(),
    reportCount: count.optional(),
  }),
);
const PageEnd = exactly<snapshot.PageEnd>()(z.object({ at: milliseconds, id }));
export const RebuttalBatch = exactly<snapshot.RebuttalBatch>()(
  z.object({
    cursor: count,
    changed: z.array(Rebuttal),
    removed: z.array(id),
    counts: z
      .array(z.tuple([z.string(), count, count]))
      .optional()
      .describe(
        "For students, of rebuttals that they have: the first eight characters of the id (all where two begin alike), `endorsements`, `rank`.",
      ),
    more: z.literal(true).optional(),
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
        voted: z.array(round).optional(),
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
const LIVE = {
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
export const Decision = exactly<Logged>()(
  z.object({ entry: count.nullable(), entries: z.array(count).optional() }),
);

export const Card = exactly<SessionCard>()(
  z.object({
    code: z.string(),
    phase: z.enum(PHASES),
    resolution: z.string(),
    lang: Debate.shape.lang,
    identity: z.enum(IDENTITIES),
    entry: z.enum(ENTRIES),
    smallGroups: z.enum(SMALL_GROUPS),
    joinable: z.boolean(),
  }),
);
/** What a class reads. */
export const DebateRead = exactly<ReadDebate>()(
  Debate.omit({ versions: true }).extend({
    versions: z
      .array(z.object({ id: VersionId, label: z.string(), lang: Debate.shape.lang }))
      .optional()
      .describe("The versions that can be read, without their words."),
    version: VersionId.optional().describe("The one that the positions are in; the original without it."),
  }),
);
const Start = z.object({
  snapshot: Snapshot,
  ...LIVE,
  you: Mine,
  debate: DebateRead.nullable(),
  questions: z.array(Question).optional(),
});
export const Phone = exactly<PhonePage>()(
  Card.extend({ settings: StoredSettings.strict(), seat: z.union([z.null(), z.literal("removed"), Start]) }),
);
export const OwnCard = exactly<StudentCard>()(
  z.object({
    session: z.object({
      code: z.string(),
      resolution: z.string(),
      lang: Debate.shape.lang,
      at: milliseconds,
    }),
    name: z.string().describe("Empty in an anonymous session."),
    removed: z.boolean().describe("Whether the host took the seat away."),
    wordsDeleted: z.boolean(),
    isOpen: z.boolean().describe("Whether the class may read the results."),
    votes: z.array(
      z.object({
        round,
        choice: choice.nullable(),
        confidence: z.int().optional(),
        reason: z.string().optional(),
      }),
    ),
    credited: z
      .object({
        what: z.enum(["rebuttal", "paragraph"]),
        paragraph: paragraph.optional(),
        without: choice.optional(),
        why: z.string().optional(),
      })
      .nullable(),
    guess: z.object({ share: z.int(), truth: z.number().optional() }).nullable(),
    rebuttals: z.array(
      z.object({
        side,
        body: z.string(),
        quote: quote.optional(),
        source: z.string().optional(),
        status: z.enum(REBUTTAL_STATUSES),
        downWith,
        isReply: z.boolean(),
        answers: z.string().optional().describe("The words that it answers, if the class may read them."),
        reception: z
          .object({
            endorsed: count,
            byCamp: Tally.optional(),
            replies: count,
            credits: count.optional(),
          })
          .optional(),
      }),
    ),
    credits: count.optional().describe("How many people the rebuttals moved."),
  }),
);
export const Pass = exactly<PassRow>()(z.object({ code: z.string(), isUsed: z.boolean().optional() }));
export const CapacityState = exactly<capacity.CapacityState>()(
  z.object({
    isAvailable: z.boolean().describe("False on PostgreSQL, where there is no check."),
    running: z.object({ seconds: count, phones: count }).nullable(),
    last: z
      .object({
        at: milliseconds,
        outcome: z.enum(["measured", "canceled", "session-running", "failed"]),
      })
      .nullable(),
    found: z
      .object({
        at: milliseconds,
        capacity: z.object({
          phones: count.describe("With the safety margin."),
          orMore: z.boolean(),
          limit: z.enum(["joining", "vote", "reveal"]).describe("What would be too slow first."),
          played: count.describe("The largest class that was played."),
          vote: count.describe("Milliseconds within which 95 of 100 had their vote confirmed."),
          reveal: count.describe("The same for a step of the reveal."),
          joinsPerMinute: count,
        }),
      })
      .nullable(),
  }),
);
export const OpenInvitation = exactly<Invitation>()(
  z.object({ id: z.string(), note: z.string().optional(), createdAt: milliseconds, expiresAt: milliseconds }),
);
/** What an import was not sure of; `code` is one of those in `newsletter-remarks.ts`, with what it is about. */
export const ImportWarning = z.looseObject({ code: z.custom<Warning["code"]>().meta({ type: "string" }) });

type OwnData = NonNullable<Awaited<ReturnType<typeof ownData>>>;
type AccountData = Awaited<ReturnType<typeof accountData>>;
/** A download that grows with what is stored: only its parts are named. */
const file = <T>(parts: Record<keyof T, z.ZodType>) => z.object(parts);
const part = z.looseObject({});
export const OwnFile = file<OwnData>({
  session: part,
  seat: part,
  ballots: z.array(part),
  rebuttals: z.array(part),
  endorsed: z.array(id),
  endorsedAt: z.array(part),
  reports: z.array(part),
  shown: z.array(id),
  picked: z.array(part),
  guess: z.int().nullable().describe("Of the share For in the last vote, in percent."),
  answers: answers.nullable(),
});
export const AccountFile = file<AccountData>({
  account: part,
  signIns: z.array(part),
  invitations: z.array(part),
  debates: z.array(LibraryDebate),
  files: z.array(part),
  shares: z.object({ given: z.array(part), received: z.array(part) }),
  templates: z.array(part),
  sessions: z.array(part),
});
/** What the documents name, so that it stands there once. */
export const NAMED_ANSWERS = {
  BallotRow,
  Comparison: ComparisonAnswer,
  ComprehensionRow,
  Debate,
  EndorsementRow,
  Error: ErrorAnswer,
  EventRow,
  ExposureRow,
  LibraryDebate,
  LogEntry,
  Mine,
  ParticipantRow,
  PhonePage: Phone,
  Question,
  Rebuttal,
  RebuttalBatch,
  RebuttalRow,
  Refused,
  Results: ResultsAnswer,
  Roster,
  SessionCard: Card,
  Snapshot,
};
