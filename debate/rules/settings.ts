import { z } from "zod";
import { atMost, beforeCleaning, listOf } from "#debate/rules/at-most.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

export const IDENTITIES = ["anonymous", "pseudonym", "named"] as const;
export type Identity = (typeof IDENTITIES)[number];

/** Who can join: anyone with the session's code, or only with a personal code as well. */
export const ENTRIES = ["open", "personal"] as const;
export type Entry = (typeof ENTRIES)[number];

/** Whether the class sees counts of fewer than three people, having been told so, or nothing that would give them away. */
export const SMALL_GROUPS = ["hide", "tell"] as const;
export type SmallGroups = (typeof SMALL_GROUPS)[number];

export const RULE_LENGTH = 280;
export const USUAL_RULE =
  "Answer arguments, not people. Write only what you would say to a classmate’s face.";

export const FILTER_LIMITS = { words: 50, length: 40 } as const;

/** Defaults: an anonymous class does not see counts that could be tied to a person. */
export const USUAL_SMALL_GROUPS = {
  anonymous: "hide",
  pseudonym: "tell",
  named: "tell",
} as const satisfies Record<Identity, SmallGroups>;

const Chosen = z.strictObject({
  identity: z.enum(IDENTITIES).default("pseudonym"),
  entry: z.enum(ENTRIES).default("open"),
  readingVote: z.boolean().default(false),
  positionsFrom: z.enum(["lobby", "reading"]).default("reading"),
  moderation: z.enum(["after", "before"]).default("after"),
  /** [V12] Whether what students wrote is on the wall only where the host puts it there, or the best rebuttals take turns. */
  wall: z.enum(["host", "best"]).default("host"),
  confidence: z.boolean().default(true),
  reasons: z.boolean().default(true),
  credit: z.boolean().default(true),
  smallGroups: z.enum(SMALL_GROUPS).optional(),
  /** [R12] What the class is asked to keep to when it writes, on one line; empty where nothing is asked. */
  rule: z
    .string()
    .check(beforeCleaning(RULE_LENGTH))
    .overwrite(oneLine)
    .check(atMost(RULE_LENGTH))
    .default(USUAL_RULE),
  /** [W7] Whether a rebuttal with a listed word waits for the host; and what the host added to the lists. */
  filter: z.enum(["off", "hold"]).default("off"),
  filterWords: listOf(
    z
      .string()
      .check(beforeCleaning(FILTER_LIMITS.length))
      .overwrite(cleanText)
      .trim()
      .max(FILTER_LIMITS.length)
      .refine(showsSomething, "nothing to see"),
    FILTER_LIMITS.words,
  ).default([]),
});

/** What the instructor chose when the session was opened. [V11] Stored with it, and never changed after, but for `moderation` [R13]. */
export const Settings = Chosen.transform(({ smallGroups, ...chosen }) => ({
  ...chosen,
  smallGroups: smallGroups ?? USUAL_SMALL_GROUPS[chosen.identity],
}));
export type Settings = z.infer<typeof Settings>;

/** [Z6] As the database has them: a class from before there was this choice was told what it would see. */
export const StoredSettings = Chosen.extend({ smallGroups: z.enum(SMALL_GROUPS).default("tell") });

/** [Z1] Whether what is shared beyond the host holds back small groups. Where names are public there is nothing to hide. */
export function hidesSmallGroups({ identity, smallGroups }: Pick<Settings, "identity" | "smallGroups">) {
  return identity !== "named" && smallGroups === "hide";
}

/** [J10] Whether a used personal code opens its seat only to what it was first used with. */
export function bindsCodes({ identity, entry }: Pick<Settings, "identity" | "entry">): boolean {
  return identity === "anonymous" && entry === "personal";
}

function oneLine(typed: string): string {
  const line = cleanText(typed).replace(/\s+/gu, " ").trim();
  return showsSomething(line) ? line : "";
}

/** [W7] Settings as the class may see them: without the host's own words. */
export function publicSettings(settings: Settings): Settings {
  return { ...settings, filterWords: [] };
}
