import { z } from "zod";
import { voteAfterReading } from "#debate/activities/replacing.ts";
import { VersionId } from "#debate/content/text-fields.ts";
import { activitiesWith, type ObjectSchema } from "#debate/rules/activity-settings.ts";
import { beforeCleaning, listOf } from "#debate/rules/at-most.ts";
import { clashesIn } from "#debate/rules/exclusions.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { lineOf } from "#debate/rules/line-of.ts";
import { TIMED_PHASES } from "#debate/rules/phase-order.ts";
import {
  ENTRIES,
  FILTER_LIMITS,
  IDENTITIES,
  PHASE_MINUTES,
  REVEALS,
  RULE_LENGTH,
  SESSION_NAME_LENGTH,
  USUAL_RULES,
} from "#debate/rules/session-options.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

/** [V17] What the instructor calls a session, on one line; empty if nothing. */
export const SessionName = lineOf(SESSION_NAME_LENGTH);

const FilterWord = z
  .string()
  .check(beforeCleaning(FILTER_LIMITS.length))
  .overwrite(cleanText)
  .trim()
  .max(FILTER_LIMITS.length)
  .refine(showsSomething, "nothing to see")
  .meta({ minLength: 1 });

/** [D39] `object`: how keys that this version doesn't know are met. */
const fieldsWith = (object: ObjectSchema) => ({
  name: SessionName.default(""),
  /** [E4] The language of what the program itself writes into the session: the host's when opening it. */
  language: z.enum(LANGUAGES).default("en"),
  identity: z.enum(IDENTITIES).default("pseudonym"),
  entry: z.enum(ENTRIES).default("open"),
  moderation: z.enum(["after", "before"]).default("after"),
  /** [W7] [R36] Whether a rebuttal with a listed word or contact details waits for the host, and the host's own words. */
  filter: object({
    holds: z.boolean().default(true),
    words: listOf(FilterWord, FILTER_LIMITS.words).default([]),
  }).prefault({}),
  /** [R12] The ground rules for writing, on one line; empty if there are none. */
  rule: lineOf(RULE_LENGTH).optional(),
  /** [X5] The version of the positions that phones begin with; without it the original. */
  version: VersionId.optional(),
  /** [D35] How long the host means phases to take: what the control room proposes for their timers. */
  minutes: z.partialRecord(z.enum(TIMED_PHASES), z.int().min(1).max(PHASE_MINUTES)).optional(),
  /** What the votes ask, and whether there is one after reading. */
  questions: object({
    readingVote: z.boolean().default(false),
    confidence: z.boolean().default(true),
    reasons: z.boolean().default(true),
    credit: z.boolean().default(true),
  }).prefault({}),
  /** [V14] Whether the results begin covered and are shown step by step. */
  reveal: z.enum(REVEALS).default("at-once"),
  /** [D39] A session has the activities that are named. */
  activities: activitiesWith(object).default({}),
});

/**
 * The instructor's choices when opening the session. [V11] Stored with it and never changed, except for `moderation`
 * [R13] and the later vote [P34].
 */
export const Settings = z
  .strictObject(fieldsWith(z.strictObject))
  .superRefine((chosen, context) => {
    // [H11] Each is refused by name.
    for (const { activity, why } of clashesIn(chosen))
      context.addIssue({ code: "custom", path: ["activities", activity], message: why });
  })
  .transform(({ rule, questions, ...chosen }) => ({
    ...chosen,
    questions: { ...questions, readingVote: questions.readingVote || voteAfterReading(chosen) },
    rule: rule ?? USUAL_RULES[chosen.language], // [H8]
  }));
export type Settings = z.infer<typeof Settings>;

/** Settings as stored, without keys of a later release, which may share the database. */
export const StoredSettings = z.object({
  ...fieldsWith(z.object),
  rule: lineOf(RULE_LENGTH).default(USUAL_RULES.en),
});

/** [W7] [V17] Settings as the class may see them, without the host's own words and times, and the session's name. */
export function publicSettings({ minutes: _, ...settings }: Settings): Settings {
  return { ...settings, filter: { ...settings.filter, words: [] }, name: "" };
}

/** [W7] [V17] Settings as an assistant may see them, with the name. */
export function assistantSettings(settings: Settings): Settings {
  return { ...publicSettings(settings), name: settings.name };
}
