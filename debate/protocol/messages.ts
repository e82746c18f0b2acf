import { z } from "zod";
import { STARTERS } from "#debate/activities/index.ts";
import { VersionId } from "#debate/content/text-fields.ts";
import { edition, id, level, paragraph, text } from "#debate/protocol/fields.ts";
import { AT_ONCE, TIMER_SECONDS } from "#debate/protocol/limits.ts";
import { CHOICES, ROUNDS, SIDES } from "#debate/rules/choices.ts";
import { webAddressOf } from "#debate/rules/incoming-links.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { MODERATIONS } from "#debate/rules/moderation.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { BODY_LENGTH, REASON_LENGTH, SOURCE_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { REPLIES_SHOWN } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { CHARTS, STEPS } from "#debate/rules/steps.ts";
import { isRebuttal } from "#debate/rules/views.ts";

/** The largest message a client may send, in bytes. */
export const MESSAGE_BYTES = 16 * 1024;
export const QUOTE_LENGTH = 1200;

export const Nothing = z.strictObject({});

/** `after`: the end of the previous page of rebuttals, from `more` in its answer. */
export const Sync = z.strictObject({
  after: z.strictObject({ at: z.int().nonnegative(), id }).optional(),
});

/** [W20] Sent beside what a host or assistant pressed: until when it may be carried out, in milliseconds since the connection began. */
export const PressUntil = z.strictObject({ by: z.int().nonnegative() });

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
  /** [M40] The answer to the resolution that nobody debates. */
  control: z.enum(CHOICES).optional(),
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
  /** [X12] The starter that it began with. */
  starter: z.enum(STARTERS).optional(),
});
export type PostRebuttal = z.infer<typeof PostRebuttal>;
/** [R21] All of what can be changed: without `quote` or `source` it has none any more. */
export const EditRebuttal = z.strictObject({ rebuttalId: id, ...words });
export type EditRebuttal = z.infer<typeof EditRebuttal>;
/** [R22] */
export const WithdrawRebuttal = z.strictObject({ rebuttalId: id });

/** [R34] */
export const EndorseRebuttal = z.strictObject({
  rebuttalId: id,
  on: z.boolean(),
  edition: edition.optional(),
});
export const ReportRebuttal = z.strictObject({ rebuttalId: id, reason: text(REASON_LENGTH) });
/** Rebuttals that came into view on this phone; the ranking counts exposures. */
export const SeenRebuttals = z.strictObject({ ids: z.array(id).min(1).max(100) });

export const MovePhase = z.strictObject({ to: z.enum(PHASES), version: z.int().nonnegative() });
/**
 * `closes`: whether the phase ends automatically when time is up; without it the timer only warns. `phase`: the one that it is for
 * [P8].
 */
export const SetTimer = z.strictObject({
  seconds: z.int().min(1).max(TIMER_SECONDS).nullable(),
  closes: z.boolean().optional(),
  phase: z.enum(PHASES).optional(),
});
export type SetTimer = z.infer<typeof SetTimer>;
const seats = z.array(id).min(1).max(AT_ONCE);
const entry = z.int().positive();

/** [R26] Rebuttals, or [R16] what some seats wrote, which can only be hidden. [R21] `editions`, in the order of the ids: of the words that were read. */
export const Moderate = z
  .strictObject({
    rebuttalIds: z.array(id).min(1).max(AT_ONCE).optional(),
    participantIds: seats.optional(),
    action: z.enum(MODERATIONS),
    editions: z.array(edition).max(AT_ONCE).optional(),
  })
  .refine(
    ({ rebuttalIds, participantIds }) => (rebuttalIds === undefined) !== (participantIds === undefined),
    "names rebuttals or seats, and not both",
  )
  .refine(({ participantIds, action }) => !participantIds || action === "hide", "seats can only be hidden")
  .refine(
    ({ rebuttalIds, editions }) => !editions || editions.length === rebuttalIds?.length,
    "editions are of rebuttals, one of each",
  );
/** [R24] Has another rebuttal stand for this one, or with null no longer. */
export const MergeRebuttal = z.strictObject({ rebuttalId: id, into: id.nullable() });
export const RemoveParticipants = z.strictObject({ participantIds: seats });
/** The ids of log entries. */
export const Undo = z.strictObject({ entries: z.array(entry).min(1).max(AT_ONCE) });
/** The log entries before one of them. */
export const ReadLog = z.strictObject({ before: entry });
export const LockJoining = z.strictObject({ locked: z.boolean() });
/** Shows the tallies of the rounds so far to host and screen; ends with the phase. */
export const Reveal = z.strictObject({ on: z.boolean() });
/** [R13] Whether new rebuttals wait for approval. */
export const ApproveFirst = z.strictObject({ on: z.boolean() });
/** Whether only the class and holders of the results link can read the results. */
export const KeepResults = z.strictObject({ kept: z.boolean() });
/**
 * Puts something on the wall; null shows the phase. New kinds are added as members of the union. [R21] `edition`: of the rebuttal's
 * words that were read, `editions`: of its replies', in their order.
 */
export const ShowOnWall = z
  .strictObject({
    show: z
      .union([
        z.strictObject({ rebuttalId: id, replies: z.array(id).min(1).max(REPLIES_SHOWN).optional() }),
        z.strictObject({ paragraph }),
        z.strictObject({ picture: z.enum(SIDES) }),
        z.strictObject({ reason: id }),
        z.strictObject({ chart: z.enum(CHARTS) }),
        z.literal("glossary"),
        z.literal("thanks"),
        z.literal("blank"),
      ])
      .nullable(),
    edition: edition.optional(),
    editions: z.array(edition).max(REPLIES_SHOWN).optional(),
  })
  .refine(({ show, edition }) => edition === undefined || isRebuttal(show), "an edition is of a rebuttal")
  .refine(
    ({ show, editions }) => !editions || (isRebuttal(show) && editions.length === show.replies?.length),
    "editions are of replies, one of each",
  );
/** [V27] How the wall looks: its colors and language, each null where its own computer and browser decide. */
export const SetWallAppearance = z.strictObject({
  theme: z.enum(["light", "dark"]).nullable(),
  language: z.enum(LANGUAGES).nullable(),
});
/** [V15] Shows another step of the reveal. */
export const ShowStep = z.strictObject({ step: z.enum(STEPS), version: z.int().nonnegative() });

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
  const within = meant((issue.errors.find(fits) ?? issue.errors[0])?.[0]);
  return within ? { ...within, path: [...issue.path, ...within.path] } : issue;
}
