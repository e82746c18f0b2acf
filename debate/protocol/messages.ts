import { z } from "zod";
import { KIT_LIMITS } from "#debate/content/limits.ts";
import { VersionId } from "#debate/content/text-fields.ts";
import { AT_ONCE, INVITATION_NOTE_LENGTH, NOTE_LENGTH, TIMER_SECONDS } from "#debate/protocol/limits.ts";
import { atMost, beforeCleaning } from "#debate/rules/at-most.ts";
import { CHOICES, ROUNDS, SIDES } from "#debate/rules/choices.ts";
import { TYPED_LENGTH, TYPED_TIME } from "#debate/rules/clock-times.ts";
import { SHARINGS } from "#debate/rules/debate-rights.ts";
import { EMAIL } from "#debate/rules/email.ts";
import { webAddressOf } from "#debate/rules/incoming-links.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { MODERATIONS } from "#debate/rules/moderation.ts";
import { NAME_LENGTH } from "#debate/rules/names.ts";
import { CLAIM, CLAIM_LENGTH, PASSES, WORD_LENGTH } from "#debate/rules/passes.ts";
import { PASSWORD_LENGTH } from "#debate/rules/passwords.ts";
import { PHASES } from "#debate/rules/phases.ts";
import { BODY_LENGTH, REASON_LENGTH, REPLIES_SHOWN, SOURCE_LENGTH } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { SET_DATES } from "#debate/rules/schedule.ts";
import { TEMPLATE_NAME_LENGTH } from "#debate/rules/session-options.ts";
import { SessionName, Settings } from "#debate/rules/settings.ts";
import { CHARTS } from "#debate/rules/snapshot.ts";
import { KINDS, STARTERS } from "#debate/rules/starters.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

/** The largest message a client may send, in bytes. */
export const MESSAGE_BYTES = 16 * 1024;
export const QUOTE_LENGTH = 1200;
/** The longest personal code as typed, with spaces and hyphens. */
const PASS_TYPED = 40;

export const id = z.uuid();
const level = z.int().min(1).max(5);
const paragraph = z.strictObject({ side: z.enum(SIDES), n: z.int().positive() });
export const text = (length: number) =>
  z
    .string()
    .check(beforeCleaning(length))
    .overwrite(cleanText)
    .trim()
    .check(atMost(length))
    .refine(showsSomething, "nothing to see")
    .meta({ minLength: 1 }); // for the API documents, which can't show what `refine` asks
/** [W2] Empty if it would show nothing. */
const maybeText = (length: number) =>
  z
    .string()
    .check(beforeCleaning(length))
    .overwrite((typed) => (showsSomething(typed) ? cleanText(typed).trim() : ""))
    .check(atMost(length));

export const Nothing = z.strictObject({});

/** `after`: the end of the previous page of rebuttals, from `more` in its answer. */
export const Sync = z.strictObject({
  after: z.strictObject({ at: z.int().nonnegative(), id }).optional(),
});

export const CastBallot = z.strictObject({
  round: z.enum(ROUNDS),
  choice: z.enum(CHOICES),
  seq: z.int().nonnegative(),
  confidence: level.optional(),
  reason: text(REASON_LENGTH).optional(),
  credit: z
    .strictObject({
      rebuttalId: id.optional(),
      paragraph: paragraph.optional(),
      without: z.enum(CHOICES).optional(),
      why: text(REASON_LENGTH).optional(),
    })
    .refine(
      (credit) => !(credit.rebuttalId && credit.paragraph),
      "credit names a rebuttal or a paragraph, not both",
    )
    .optional(),
  outlook: z.strictObject({ understanding: level.optional(), respect: level.optional() }).optional(),
});
export type CastBallot = z.infer<typeof CastBallot>;

const words = {
  body: text(BODY_LENGTH),
  quote: paragraph.extend({ exact: text(QUOTE_LENGTH), version: VersionId.optional() }).optional(),
  source: webAddressOf(SOURCE_LENGTH).optional(),
};
export const PostRebuttal = z.strictObject({
  id,
  side: z.enum(SIDES),
  ...words,
  replyTo: id.optional(),
  /** [X14] What it is to its author, and [X12] the starter that it began with. */
  kind: z.enum(KINDS).optional(),
  starter: z.enum(STARTERS).optional(),
});
export type PostRebuttal = z.infer<typeof PostRebuttal>;
/** [R21] All of what can be changed: without `quote` or `source` it has none any more. */
export const EditRebuttal = z.strictObject({ rebuttalId: id, ...words });
export type EditRebuttal = z.infer<typeof EditRebuttal>;
/** [R22] */
export const WithdrawRebuttal = z.strictObject({ rebuttalId: id });

/** `edition`: of the words that were read [R21]; 0 if these were never changed. */
export const EndorseRebuttal = z.strictObject({
  rebuttalId: id,
  on: z.boolean(),
  edition: z.int().nonnegative().optional(),
});
export const ReportRebuttal = z.strictObject({ rebuttalId: id, reason: text(REASON_LENGTH) });
/** Rebuttals that came into view on this phone; the ranking counts exposures. */
export const SeenRebuttals = z.strictObject({ ids: z.array(id).min(1).max(100) });

export const MovePhase = z.strictObject({ to: z.enum(PHASES), version: z.int().nonnegative() });
/** `closes`: whether the phase ends automatically when time is up; without it the timer only warns. */
export const SetTimer = z.strictObject({
  seconds: z.int().min(1).max(TIMER_SECONDS).nullable(),
  closes: z.boolean().optional(),
});
const seats = z.array(id).min(1).max(AT_ONCE);
const entry = z.int().positive();

/** One rebuttal, [R26] several, or [R16] everything that some seats wrote, which can only be hidden. */
export const Moderate = z
  .strictObject({
    rebuttalId: id.optional(),
    rebuttalIds: z.array(id).min(1).max(AT_ONCE).optional(),
    participantIds: seats.optional(),
    action: z.enum(MODERATIONS),
  })
  .refine(
    ({ rebuttalId, rebuttalIds, participantIds }) =>
      [rebuttalId, rebuttalIds, participantIds].filter((named) => named !== undefined).length === 1,
    "names a rebuttal, several or seats, and not more than one of these",
  )
  .refine(({ participantIds, action }) => !participantIds || action === "hide", "seats can only be hidden");
/** [R24] Has another rebuttal stand for this one, or with null no longer. */
export const MergeRebuttal = z.strictObject({ rebuttalId: id, into: id.nullable() });
export const RemoveParticipant = z
  .strictObject({ participantId: id.optional(), participantIds: seats.optional() })
  .refine(
    ({ participantId, participantIds }) => (participantId === undefined) !== (participantIds === undefined),
    "names one seat or several, and not both",
  );
export const RestoreParticipant = z.strictObject({ participantId: id });
/** The ids of log entries. */
export const Undo = z
  .strictObject({
    entry: entry.optional(),
    entries: z.array(entry).min(1).max(AT_ONCE).optional(),
  })
  .refine(
    ({ entry, entries }) => (entry === undefined) !== (entries === undefined),
    "names one line or several, and not both",
  );
/** The log entries before one of them. */
export const ReadLog = z.strictObject({ before: entry });
export const LockDoor = z.strictObject({ locked: z.boolean() });
/** Shows the tallies of the rounds so far to host and screen; ends with the phase. */
export const Reveal = z.strictObject({ on: z.boolean() });
/** [R13] Whether new rebuttals wait for approval. */
export const ApproveFirst = z.strictObject({ on: z.boolean() });
/** Whether only the class and holders of the results link can read the results. */
export const KeepResults = z.strictObject({ kept: z.boolean() });
/** Puts something on the wall; null shows the phase. New kinds are added as members of the union. */
export const ShowOnWall = z.strictObject({
  show: z
    .union([
      z.strictObject({ rebuttalId: id, replies: z.array(id).min(1).max(REPLIES_SHOWN).optional() }),
      z.strictObject({ paragraph }),
      z.strictObject({ reason: id }),
      z.strictObject({ chart: z.enum(CHARTS) }),
      z.literal("glossary"),
      z.literal("thanks"),
      z.literal("blank"),
    ])
    .nullable(),
});
/** [V27] How the wall looks: its colors and language, each null where its own computer and browser decide. */
export const LookOfWall = z.strictObject({
  theme: z.enum(["light", "dark"]).nullable(),
  language: z.enum(LANGUAGES).nullable(),
});
/** [V18] Lets the class see words of a voter in the results, or no longer. */
export const PickWords = z.strictObject({ reason: id, on: z.boolean() });
/** [V15] Shows another step of the reveal. */
export const ShowStep = z.strictObject({ step: z.enum(STEPS), version: z.int().nonnegative() });
/**
 * [V16] A guess of the share of last votes that are For, in whole percent. `version`: of the snapshot that the student saw, so
 * that a guess kept since an earlier reveal is refused.
 */
export const CastGuess = z.strictObject({
  share: z.int().min(0).max(100),
  version: z.int().nonnegative().optional(),
});
export type CastGuess = z.infer<typeof CastGuess>;
/** [Y4] Answers to the questions on the positions: the index of an option for each, null without one. The newest count. */
export const AnswerQuestions = z.strictObject({
  answers: z
    .array(
      z
        .int()
        .min(0)
        .max(KIT_LIMITS.options - 1)
        .nullable(),
    )
    .min(1)
    .max(KIT_LIMITS.questions),
});
/** [Y15] A student's exit ticket, all lines at once; the newest counts, and an empty line is none. */
export const WriteExit = z.strictObject({
  moved: maybeText(REASON_LENGTH).optional(),
  doubt: maybeText(REASON_LENGTH).optional(),
  reading: maybeText(REASON_LENGTH).optional(),
});
/** [P11] A student asks to speak for a side, or takes that back. */
export const AskToSpeak = z
  .strictObject({ on: z.boolean(), side: z.enum(SIDES).optional() })
  .refine(({ on, side }) => !on || side !== undefined, "names a side");
/** [P12] Calls someone who asked to speak; null ends the speech. */
export const CallSpeaker = z.strictObject({ participantId: id.nullable() });
/** [X10] The student has read both positions, or takes that back. */
export const ReadBoth = z.strictObject({ on: z.boolean() });
/** [X10] The student does not understand this sentence of a paragraph, counted from 1, or does now. */
export const UnclearSentence = paragraph.extend({ sentence: z.int().positive(), on: z.boolean() });
/** The older form of `ShowOnWall`, for a rebuttal or null. */
export const Spotlight = z.strictObject({ rebuttalId: id.nullable() });

/** The handshake's `auth`. `key`: from a screen's or an assistant's link. */
export const Handshake = z.strictObject({
  code: z.string().max(40),
  ticket: z.string().max(200).optional(),
  key: z.string().max(200).optional(),
  as: z.enum(["student", "host", "screen"]).default("student"),
  /** [W13] The version of the state that this page has, 0 without any: `synced` follows without being asked for. */
  version: z.int().nonnegative().optional(),
});

export type Handshake = z.infer<typeof Handshake>;

export const JoinRequest = z.strictObject({
  name: z.string().check(atMost(NAME_LENGTH)).optional(),
  pass: z.string().check(atMost(PASS_TYPED)).optional(),
  /** [J10] The proof that a used code is this phone's: random, or a word without scripts. */
  claim: z.string().max(CLAIM_LENGTH).regex(CLAIM).optional(),
  word: z.string().max(WORD_LENGTH.most).optional(),
});
/** [Y8] Ballot slips that the host types in. `id` is made by the client: the same again replaces what is stored. */
export const PaperRequest = z.strictObject({
  slips: z
    .array(
      z.strictObject({
        id,
        before: z.enum(CHOICES).optional(),
        reading: z.enum(CHOICES).optional(),
        after: z.enum(CHOICES).optional(),
      }),
    )
    .min(1)
    .max(AT_ONCE),
});
export type PaperRequest = z.infer<typeof PaperRequest>;
export const PassesRequest = z.strictObject({ count: z.int().min(1).max(PASSES) });
/** [P29] Set dates as typed: `at` is what clocks of the time zone show. */
export const TypedDates = z.strictObject({
  zone: z.string().min(1).max(60),
  dates: z
    .array(
      z.strictObject({
        phase: z.enum(PHASES),
        at: z.string().max(TYPED_LENGTH, { abort: true }).regex(TYPED_TIME),
      }),
    )
    .max(SET_DATES),
});
const AgainRequest = z.strictObject({ from: z.string().min(1).max(100), name: SessionName.optional() });
/** A new session of a debate, or [I11] one like an earlier session. */
export const OpenRequest = z.union([
  z.strictObject({
    debateId: z.string().min(1).max(100),
    schedule: TypedDates.optional(),
    settings: Settings.prefault({}),
  }),
  AgainRequest,
]);
export type OpenRequest = z.infer<typeof OpenRequest>;
export type AgainRequest = z.infer<typeof AgainRequest>;
/** [V20] The private note on a session; empty deletes it. */
export const SaveNote = z.strictObject({ text: maybeText(NOTE_LENGTH) });
export const ImportRequest = z.strictObject({ text: z.string() });
const email = z
  .string()
  .max(200, { abort: true })
  .check(z.email({ pattern: EMAIL }));
const templateName = text(TEMPLATE_NAME_LENGTH);
/** [D34] A template of these settings, or of an earlier session's. */
export const TemplateRequest = z.union([
  z.strictObject({ name: templateName, settings: Settings }),
  z.strictObject({ name: templateName, from: z.string().min(1).max(100) }),
]);
export type TemplateRequest = z.infer<typeof TemplateRequest>;
export const RenameTemplate = z.strictObject({ name: templateName });
/** [I19] What everyone on this server may do with a debate, or one colleague; `none` takes it back. */
export const ShareDebate = z.union([
  z.strictObject({ everyone: z.enum(SHARINGS) }),
  z.strictObject({ email, right: z.enum(SHARINGS) }),
]);
/** A new account, with the token of a setup link or an invitation. */
export const AccountRequest = z.strictObject({
  token: z.string().max(200),
  name: text(NAME_LENGTH),
  email,
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});
/** The fields of Better Auth. [W1] Others are not passed on, however long they are. */
export const SignInRequest = z.object({
  email: z.string().max(320),
  password: z.string().max(1_000),
  rememberMe: z.boolean().optional(),
  callbackURL: z.string().max(300).optional(),
});
export const ChangePassword = z.object({
  currentPassword: z.string().max(1_000),
  newPassword: z.string().max(1_000),
});
/** [E1] The language that someone chooses in this browser. `back`: the page to return to, by its path and query. */
export const ChooseLanguage = z.strictObject({
  language: z.enum(LANGUAGES),
  back: z
    .string()
    .max(2_000)
    .regex(/^\/(?![/\\])/u)
    .optional(),
});
/** A sign-in code that an instructor created on another device. */
export const CodeRequest = z.strictObject({ code: z.string().max(100) });
/** `note`: who it is for, shown only to the inviter. */
export const InviteRequest = z.strictObject({ note: text(INVITATION_NOTE_LENGTH).optional() });
/** [I17] `language`: null for the browser's. */
export const ChangeAccount = z.strictObject({
  name: text(NAME_LENGTH),
  language: z.enum(LANGUAGES).nullable(),
});
/** A new password, with the token of a link. */
export const ResetPassword = z.strictObject({
  token: z.string().max(300),
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});
/** Where to mail a link that sets a new password. */
export const MailReset = z.strictObject({ email });
/** `proof`: the password; for an account without one, its email address. */
export const DeleteAccount = z.strictObject({ proof: z.string().min(1).max(200) });

/** Parses untrusted input. [W1] Refused as `too-long`, or else as `malformed`, with the name of the field. */
export function parse<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return accept(parsed.data);
  const issue = meant(parsed.error.issues[0]);
  const field = issue?.path.join(".") || "message";
  const tooLong = issue?.code === "too_big" && issue.origin === "string";
  return refuse(tooLong ? "too-long" : "malformed", `${field}: ${issue?.message ?? "not understood"}`);
}

/** Of several forms, the issue of the one whose fields were sent, so that the field can be named. */
function meant(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== "invalid_union") return issue;
  const fits = (issues: z.core.$ZodIssue[]) => issues.every(({ code }) => code !== "unrecognized_keys");
  return (issue.errors.find(fits) ?? issue.errors[0])?.[0] ?? issue;
}
