// What an instructor can choose for a session, without a schema, whose library every page would load.
import type { Language } from "#debate/rules/languages.ts";

export const IDENTITIES = ["anonymous", "pseudonym", "named"] as const;
export type Identity = (typeof IDENTITIES)[number];

/** Who can join: anyone with the session's code, or only with a personal code as well. */
export const ENTRIES = ["open", "personal"] as const;
export type Entry = (typeof ENTRIES)[number];

/** The most characters of a session's name. */
export const SESSION_NAME_LENGTH = 60;
export const RULE_LENGTH = 280;
/** [H8] The rule that a class gets unless its host writes another, in the host's language. */
export const USUAL_RULES = {
  en: "Answer arguments, not people. Write only what you would say to a classmate’s face.",
  ja: "人ではなく、意見に反論しましょう。面と向かって言えることだけを書きましょう。",
} as const satisfies Record<Language, string>;

/** [V14] Whether the results begin covered and are shown step by step. */
export const REVEALS = ["staged", "at-once"] as const;

/** [P22] When a class argues in pairs: after its rebuttals, or in their place. */
export const PAIRS_WHEN = ["after", "instead"] as const;
/** How pairs talk: at a table, or in writing at a distance. */
export const PAIRS_BY = ["voice", "text"] as const;
export type PairsBy = (typeof PAIRS_BY)[number];

/** [H10] Whole lessons to begin with, the shortest first. */
export const PRESET_NAMES = ["quick", "lesson", "seminar"] as const;
export type Preset = (typeof PRESET_NAMES)[number];

/** [D34] The most minutes of a phase. */
export const PHASE_MINUTES = 180;

/** [D34] The most templates of an instructor, and characters of a template's name. */
export const TEMPLATES = 30;
export const TEMPLATE_NAME_LENGTH = 60;

/** [H1] How many simulated students a rehearsal may have. */
export const SIMULATED = { min: 5, usual: 30, max: 300 } as const;

export const FILTER_LIMITS = { words: 50, length: 40 } as const;

/** [Z1] [Z7] Whether no one sees counts that could single out a few people. */
export function hidesSmallGroups(identity: Identity): boolean {
  return identity === "anonymous";
}

/** [J10] Whether a used personal code reopens its seat only with the first phone's claim. */
export function bindsCodes({ identity, entry }: { identity: Identity; entry: Entry }): boolean {
  return identity === "anonymous" && entry === "personal";
}
