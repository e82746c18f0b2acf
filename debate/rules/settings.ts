import { z } from "zod";
import { VersionId } from "#debate/content/text-fields.ts";
import { atMost, beforeCleaning, listOf } from "#debate/rules/at-most.ts";
import { clashesIn } from "#debate/rules/exclusions.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { TIMED_PHASES } from "#debate/rules/phase-order.ts";
import {
  ENTRIES,
  FILTER_LIMITS,
  IDENTITIES,
  PAIRS,
  PAIRS_BY,
  PHASE_MINUTES,
  RULE_LENGTH,
  SESSION_NAME_LENGTH,
  USUAL_RULES,
} from "#debate/rules/session-options.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

/** [V17] What the instructor calls a session, on one line; empty if nothing. */
export const SessionName = lineOf(SESSION_NAME_LENGTH);

const FILTERS = ["off", "hold"] as const;

const Chosen = z.strictObject({
  name: SessionName.default(""),
  /** [E4] The language of what the program itself writes into the session: the host's when opening it. */
  language: z.enum(LANGUAGES).default("en"),
  identity: z.enum(IDENTITIES).default("pseudonym"),
  entry: z.enum(ENTRIES).default("open"),
  readingVote: z.boolean().default(false),
  moderation: z.enum(["after", "before"]).default("after"),
  /** [X5] The version of the positions that phones begin with; without it the original. */
  version: VersionId.optional(),
  confidence: z.boolean().default(true),
  reasons: z.boolean().default(true),
  credit: z.boolean().default(true),
  /** [V14] Whether the results begin covered and are shown step by step. */
  stagedReveal: z.boolean().default(false),
  /** [V16] Whether a staged reveal begins with guesses of the last vote. */
  guess: z.boolean().default(false),
  /** [Y4] Whether the class answers the questions of the debate's kit while it reads. */
  comprehension: z.boolean().default(false),
  /** [M13] Whether the first and the last vote also ask about understanding and respect. */
  outlook: z.boolean().default(false),
  /** [Y15] Whether students write an exit ticket once there are results. */
  exitTicket: z.boolean().default(false),
  /** [P11] Whether students ask on their phones to speak. */
  speaking: z.boolean().default(false),
  /** [X9] Whether each student's reading opens on a side drawn by chance, and the class says what it has read. */
  drawnSide: z.boolean().default(false),
  /** [X12] Whether students are offered sentence starters. */
  starters: z.boolean().default(false),
  /** [P22] Whether the class argues in pairs across the divide, and how these talk. */
  pairs: z.enum(PAIRS).default("off"),
  pairsBy: z.enum(PAIRS_BY).default("voice"),
  /** [P16] Whether the class writes the best argument of the other side after the last vote. */
  steelman: z.boolean().default(false),
  /** [P34] Whether the class votes once more, a day to a year after it was closed. Changed from the control room, too. */
  laterVote: z.boolean().default(false),
  /** [R12] The ground rules for writing, on one line; empty if there are none. */
  rule: lineOf(RULE_LENGTH).optional(),
  /** [W7] [R36] Whether a rebuttal with a listed word or contact details waits for the host, and the host's own words. */
  filter: z.enum(FILTERS).default("hold"),
  filterWords: listOf(
    z
      .string()
      .check(beforeCleaning(FILTER_LIMITS.length))
      .overwrite(cleanText)
      .trim()
      .max(FILTER_LIMITS.length)
      .refine(showsSomething, "nothing to see")
      .meta({ minLength: 1 }),
    FILTER_LIMITS.words,
  ).default([]),
  /** [D35] How long the host means phases to take: what the control room proposes for their timers. */
  minutes: z.partialRecord(z.enum(TIMED_PHASES), z.int().min(1).max(PHASE_MINUTES)).optional(),
});

/**
 * The instructor's choices when opening the session. [V11] Stored with it and never changed, except for `moderation`
 * [R13].
 */
export const Settings = Chosen.superRefine((chosen, context) => {
  // [H11] Each is refused by name.
  for (const { setting, why } of clashesIn(chosen))
    context.addIssue({ code: "custom", path: [setting], message: why });
}).transform(({ rule, ...chosen }) => ({
  ...chosen,
  rule: rule ?? USUAL_RULES[chosen.language], // [H8]
}));
export type Settings = z.infer<typeof Settings>;

/**
 * Settings as stored, without keys of a later release, which may share the database. [W7] Sessions from before the
 * filter hold nothing.
 */
export const StoredSettings = z.object({
  ...Chosen.shape,
  rule: lineOf(RULE_LENGTH).default(USUAL_RULES.en),
  filter: z.enum(FILTERS).default("off"),
  /** [X12] Sessions from before it was a switch have "off", "all" or "half". */
  starters: z.preprocess(
    (stored) => (typeof stored === "string" ? stored !== "off" : stored),
    Chosen.shape.starters,
  ),
});

/** One line of at most so many characters; empty if it would show nothing. */
function lineOf(length: number) {
  return z.string().check(beforeCleaning(length)).overwrite(oneLine).check(atMost(length));
}

function oneLine(typed: string): string {
  const line = cleanText(typed).replace(/\s+/gu, " ").trim();
  return showsSomething(line) ? line : "";
}

/** [W7] [V17] Settings as the class may see them, without the host's own words and times, and the session's name. */
export function publicSettings({ minutes: _, ...settings }: Settings): Settings {
  return { ...settings, filterWords: [], name: "" };
}

/** [W7] [V17] Settings as an assistant may see them, with the name. */
export function assistantSettings(settings: Settings): Settings {
  return { ...publicSettings(settings), name: settings.name };
}
