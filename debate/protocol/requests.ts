// What HTTP requests hold.
import { z } from "zod";
import { DebateDraft, UnfinishedDraft } from "#debate/content/debate.ts";
import { NewerSummary, SignedSummary } from "#debate/protocol/answers/summary.ts";
import { id, maybeText, text } from "#debate/protocol/fields.ts";
import { AT_ONCE, INVITATION_NOTE_LENGTH, NOTE_LENGTH } from "#debate/protocol/limits.ts";
import { atMost, listOf } from "#debate/rules/at-most.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import {
  CLASS_NAME_LENGTH,
  CLASS_WORD_LENGTH,
  COLUMN_USES,
  STUDENT_NAME_LENGTH,
  STUDENT_NUMBER_LENGTH,
  STUDENTS,
} from "#debate/rules/classes.ts";
import { TYPED_LENGTH, TYPED_TIME } from "#debate/rules/clock-times.ts";
import { LINKED, SHARINGS } from "#debate/rules/debate-rights.ts";
import { EMAIL } from "#debate/rules/email.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import {
  COMMENT_LENGTH,
  CRITERIA,
  CRITERION_LENGTH,
  HIGHEST_LEVEL,
  LEVEL_LENGTH,
} from "#debate/rules/mark-limits.ts";
import { NAME_LENGTH, oneLine } from "#debate/rules/names.ts";
import { CLAIM, CLAIM_LENGTH, PASSES, WORD_LENGTH } from "#debate/rules/passes.ts";
import { PASSWORD_LENGTH } from "#debate/rules/passwords.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { RETENTION_DAYS } from "#debate/rules/retention.ts";
import { SET_DATES } from "#debate/rules/schedule.ts";
import { SIMULATED, TEMPLATE_NAME_LENGTH } from "#debate/rules/session-options.ts";
import { SessionName, Settings } from "#debate/rules/settings.ts";

/** The longest personal code as typed, with spaces and hyphens. */
const PASS_TYPED = 40;

export const JoinRequest = z.strictObject({
  name: z.string().check(atMost(NAME_LENGTH)).optional(),
  pass: z.string().check(atMost(PASS_TYPED)).optional(),
  /** [J10] The proof that a used code is this phone's: random, or a word without scripts. */
  claim: z.string().max(CLAIM_LENGTH).regex(CLAIM).optional(),
  word: z.string().max(WORD_LENGTH.most).optional(),
  /** [Q8] In a session of a class, without a personal code: the class's word, and the student of its list by id or, from a form, by name. */
  classWord: z.string().max(WORD_LENGTH.most).optional(),
  student: z.string().max(STUDENT_NAME_LENGTH).optional(),
});
/**
 * [Y8] Ballot slips that the host types in. `id` is made by the client: the same id again replaces the stored one. [Y9] `change`: of slips
 * that there are, so that a deleted one does not come back.
 */
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
  change: z.boolean().optional(),
});
export type PaperRequest = z.infer<typeof PaperRequest>;
/** [D11] `known`: how many codes the client knows of. Those beyond are from a request whose answer it did not get, and count. */
export const PassesRequest = z.strictObject({
  count: z.int().min(1).max(PASSES),
  known: z.int().min(0).max(PASSES).optional(),
});
export type PassesRequest = z.infer<typeof PassesRequest>;
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
/** [P29] Dates that a rehearsal brings near: what opens in the next minutes, in this order. */
const NearDates = z.strictObject({
  zone: z.string().min(1).max(60),
  near: z.array(z.enum(PHASES)).max(SET_DATES),
});
const AgainRequest = z.strictObject({
  id: id.optional(),
  from: z.string().min(1).max(100),
  name: SessionName.optional(),
});
/** A new session of a debate, or [I11] one like an earlier session. [I25] A client can make the `id`, so that one that is sent twice is opened once. */
export const OpenRequest = z.union([
  z.strictObject({
    id: id.optional(),
    debateId: z.string().min(1).max(100),
    schedule: z.union([TypedDates, NearDates]).optional(),
    /** [Q6] The class that it is for. */
    classId: id.optional(),
    settings: Settings.prefault({}),
    simulated: z.int().min(SIMULATED.min).max(SIMULATED.max).optional(),
  }),
  AgainRequest,
]);
export type OpenRequest = z.infer<typeof OpenRequest>;
export type AgainRequest = z.infer<typeof AgainRequest>;
/** [V18] Lets the class see words of a voter in the results, or no longer. */
export const PickWords = z.strictObject({ reason: id, on: z.boolean() });
/** [V20] The private note on a session; empty deletes it. */
export const SaveNote = z.strictObject({ text: maybeText(NOTE_LENGTH) });
/** [D11] A client can make the `id`, so that a text that is sent twice under it is imported once. */
export const ImportRequest = z.strictObject({ text: z.string(), id: id.optional() });
/** The same of a file, beside which a form holds no other field [U10]. */
export const ImportQuery = z.object({ id: id.optional() });
const email = z
  .string()
  .max(200, { abort: true })
  .check(z.email({ pattern: EMAIL }));
const templateName = text(TEMPLATE_NAME_LENGTH);
/** [D34] A template of these settings, or of an earlier session's. A client can make the `id`, so that one that is sent twice is kept once. */
export const TemplateRequest = z.union([
  z.strictObject({ id: id.optional(), name: templateName, settings: Settings }),
  z.strictObject({ id: id.optional(), name: templateName, from: z.string().min(1).max(100) }),
]);
export type TemplateRequest = z.infer<typeof TemplateRequest>;
export const RenameTemplate = z.strictObject({ name: templateName });
/** [I19] What everyone on this server may do with a debate, or one colleague; `none` takes it back. */
export const ShareDebate = z.union([
  z.strictObject({ everyone: z.enum(SHARINGS) }),
  z.strictObject({ email, right: z.enum(SHARINGS) }),
]);
/** [D45] What a link for other servers leads to. */
export const LinkDebate = z.strictObject({ of: z.enum(LINKED) });
/** [D46] The address of a file on another server. */
export const ImportAddress = z.strictObject({ address: z.string().max(2_000) });
/** A new account, with the token of a setup link or an invitation. */
export const AccountRequest = z.strictObject({
  token: z.string().max(200),
  name: text(NAME_LENGTH),
  email,
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});
/** [T9] The first instructor also chooses after how many days sessions are deleted; without it they are kept. */
export const SetupRequest = AccountRequest.extend({
  retentionDays: z.int().min(RETENTION_DAYS.least).max(RETENTION_DAYS.most).optional(),
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
/** [I35] What guards a second factor: the password; and what proves it: a code, which a trusted device is not asked for again. */
export const SecondFactorPassword = z.strictObject({ password: z.string().max(1_000) });
export const SecondFactorCode = z.strictObject({
  code: z.string().max(100),
  trustDevice: z.boolean().optional(),
});
/** [I39] */
export const RequireSecondFactor = z.strictObject({ required: z.boolean() });
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
/**
 * `note`: who it is for, shown only to the inviter. [D11] A client can make the `id`, so that an invitation that is sent twice is
 * one, with the link of the last answer.
 */
export const InviteRequest = z.strictObject({
  id: id.optional(),
  note: text(INVITATION_NOTE_LENGTH).optional(),
});
export type InviteRequest = z.infer<typeof InviteRequest>;
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
const FINISHED = { debate: DebateDraft, draft: z.literal(false).optional() };
/** [D22] A draft may lack anything, and cannot be used. */
const UNFINISHED = { debate: UnfinishedDraft, draft: z.literal(true) };
export const SaveRequest = z.discriminatedUnion("draft", [
  z.strictObject(FINISHED),
  z.strictObject(UNFINISHED),
]);
/** [D11] A client can make the `id`, so that a debate that is sent twice is one. */
export const CreateRequest = z.discriminatedUnion("draft", [
  z.strictObject({ ...FINISHED, id: id.optional() }),
  z.strictObject({ ...UNFINISHED, id: id.optional() }),
]);
/** [D11] As for a new debate. */
export const CopyRequest = z.strictObject({ id: id.optional() });
export const ArchiveRequest = z.strictObject({ archived: z.boolean() });

const classWord = text(CLASS_WORD_LENGTH.most).check(z.minLength(CLASS_WORD_LENGTH.least));
const line = (length: number) => text(length).overwrite(oneLine).meta({ minLength: 1 });
const student = z.strictObject({
  name: line(STUDENT_NAME_LENGTH),
  number: line(STUDENT_NUMBER_LENGTH).optional(),
});
export type StudentRequest = z.infer<typeof student>;
/** [Q15] A client can make the `id`, so that a class that is sent twice is one. */
export const CreateClass = z.strictObject({
  id: id.optional(),
  name: line(CLASS_NAME_LENGTH),
  students: z.array(student).max(STUDENTS).default([]),
});
export type CreateClass = z.infer<typeof CreateClass>;
export const ChangeClass = z.strictObject({
  name: line(CLASS_NAME_LENGTH).optional(),
  word: classWord.optional(),
});
/** [Q17] A list that was confirmed. Students who are in the class are not added again. */
export const AddStudents = z.strictObject({ students: z.array(student).min(1).max(STUDENTS) });
/** A late student. */
export const StudentFields = student;
/** [Q16] A corrected student. `left`: no longer in the class; what they did stays. */
export const ChangeStudent = student.extend({ left: z.boolean().optional() });
export type StudentChange = z.infer<typeof ChangeStudent>;
/** [Q3] A list as pasted, for a preview. */
export const PreviewList = z.strictObject({ text: z.string() });
/** [Q4] What the columns are, with commas between them, and the class that is meant. */
export const PreviewQuery = z.strictObject({
  columns: z
    .string()
    .max(1_000)
    .transform((columns) => columns.split(","))
    .pipe(z.array(z.enum(COLUMN_USES)))
    .optional(),
  group: z.string().max(255).optional(),
});
/** [Q8] To see the names of a session's class. */
export const ClassWord = z.strictObject({ word: z.string().max(WORD_LENGTH.most) });
/** [Q10] A corrected name. */
export const RenameSeat = z.strictObject({ name: line(STUDENT_NAME_LENGTH) });

/** [Q21] What is absent stays. A mark with a `version` replaces that one alone. */
export const SaveMarks = z.strictObject({
  criteria: z
    .array(
      z.strictObject({
        id: z.string().max(40).optional(),
        name: text(CRITERION_LENGTH),
        levels: z.array(maybeText(LEVEL_LENGTH)).length(HIGHEST_LEVEL + 1),
      }),
    )
    .max(CRITERIA)
    .optional(),
  marks: z
    .array(
      z.strictObject({
        participantId: id,
        levels: z.record(z.string().max(40), z.int().min(0).max(HIGHEST_LEVEL)),
        comment: maybeText(COMMENT_LENGTH),
        version: z.int().nonnegative().optional(),
      }),
    )
    .max(STUDENTS)
    .optional(),
  released: z.boolean().optional(),
});
export type SaveMarks = z.infer<typeof SaveMarks>;

/** The longest session code as typed. */
const CODE_TYPED = 40;
/** [W1] The most codes and summaries that are read, repeated ones included: five times those that are compared [V22]. */
const COMPARED_TYPED = 300;
/** [S28] Own sessions by their codes, and summaries of colleagues' classes. */
export const CompareRequest = z.strictObject({
  codes: listOf(z.string().max(CODE_TYPED), COMPARED_TYPED),
  summaries: listOf(z.union([SignedSummary, NewerSummary]), COMPARED_TYPED),
});
export type CompareRequest = z.infer<typeof CompareRequest>;
