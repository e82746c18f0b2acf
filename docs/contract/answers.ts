import { z } from "zod";
import { Debate, LibraryDebate } from "#debate/content/debate.ts";
import type { Warning } from "#debate/content/newsletter-remarks.ts";
import { VersionId } from "#debate/content/text-fields.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Invitation, PassRow, PhonePage, SessionCard, StudentCard } from "#debate/protocol/pages.ts";
import { PHASES } from "#debate/rules/phases.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttals.ts";
import { REFUSALS } from "#debate/rules/result.ts";
import { ENTRIES, IDENTITIES } from "#debate/rules/session-options.ts";
import { StoredSettings } from "#debate/rules/settings.ts";
import { ComparisonAnswer } from "#docs/contract/comparison.ts";
import {
  BallotRow,
  ComprehensionRow,
  EndorsementRow,
  EventRow,
  ExposureRow,
  PairLineRow,
  PairRow,
  ParticipantRow,
  RebuttalRow,
  SteelmanRatingRow,
  SteelmanRow,
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
} from "#docs/contract/parts.ts";
import { HostsSteelman, OwnSteelman, PairLine } from "#docs/contract/phase-state.ts";
import { downWith, Rebuttal, RebuttalBatch } from "#docs/contract/rebuttal-state.ts";
import { ResultsAnswer } from "#docs/contract/results.ts";
import {
  answers,
  ExitTicket,
  LIVE,
  LogEntry,
  Mine,
  outlook,
  Question,
  Roster,
  SentencePlace,
  Snapshot,
} from "#docs/contract/session-state.ts";
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
    retryAfter: z.number().optional().describe("Seconds until the same request may succeed."),
  }),
});

export const Card = exactly<SessionCard>()(
  z.object({
    code: z.string(),
    phase: z.enum(PHASES),
    resolution: z.string(),
    lang: Debate.shape.lang,
    identity: z.enum(IDENTITIES),
    entry: z.enum(ENTRIES),
    joinable: z.boolean(),
    simulated: z.int().optional().describe("Of a rehearsal: how many students are simulated."),
  }),
);
/** What a class reads. */
export const DebateRead = exactly<ReadDebate>()(
  Debate.omit({ versions: true }).extend({
    versions: z
      .array(z.object({ id: VersionId, label: z.string(), lang: Debate.shape.lang }))
      .optional()
      .describe("The reading texts there are, without their words."),
    version: VersionId.optional().describe("The one that the positions are in; the original without it."),
  }),
);
const Start = z.object({
  snapshot: Snapshot,
  ...LIVE,
  version: z.int().describe("For the handshake: of the session as phones see it, which joins don't change."),
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
        notHeld: z.literal(true).optional().describe("No one voted in it."),
        confidence: z.int().optional(),
        reason: z.string().optional(),
        outlook: outlook.optional(),
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
            replies: count,
            credits: count.optional(),
          })
          .optional(),
      }),
    ),
    steelman: OwnSteelman.optional(),
    exit: ExitTicket.optional(),
    credits: count.optional().describe("How many people the rebuttals moved."),
  }),
);
export const Pass = exactly<PassRow>()(z.object({ code: z.string(), isUsed: z.boolean().optional() }));
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
  pair: part.nullable(),
  pairRequest: part.nullable(),
  pairLines: z.array(part),
  steelman: part.nullable(),
  steelmanRatings: z.array(part),
  exit: ExitTicket.nullable(),
  exitRead: ExitTicket.nullable().describe("What the host of an anonymous session reads of it."),
  speech: part.nullable(),
  unclear: z.array(SentencePlace),
});
export const AccountFile = file<AccountData>({
  account: part,
  signIns: z.array(part),
  invitations: z.array(part),
  debates: z.array(LibraryDebate),
  debateStates: z.array(part),
  versions: z.array(part),
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
  HostsSteelman,
  LibraryDebate,
  LogEntry,
  Mine,
  PairLine,
  PairLineRow,
  PairRow,
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
  SteelmanRatingRow,
  SteelmanRow,
};
