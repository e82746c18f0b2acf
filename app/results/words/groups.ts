import { folded } from "#app/shared/text/folded.ts";
import type { HostsWords } from "#debate/protocol/pages.ts";
import type { Side } from "#debate/rules/choices.ts";

/** By the voter's way from the first to the last vote: those who moved come first. `unlinked`: of an anonymous session [Z18]. */
export const GROUPS = [
  "toFor",
  "toAgainst",
  "stayedFor",
  "stayedAgainst",
  "stayedUndecided",
  "once",
  "unlinked",
] as const;
type Group = (typeof GROUPS)[number];

const STAYED = { for: "stayedFor", against: "stayedAgainst", undecided: "stayedUndecided" } as const;

export function groupOf({
  choice,
  before,
  after,
  toward,
}: Pick<HostsWords, "choice" | "before" | "after" | "toward">): Group {
  if (!choice) return "unlinked";
  if (toward) return toward === "for" ? "toFor" : "toAgainst";
  return before && after ? STAYED[after] : "once";
}

/** Something that voters credit, and beside how many words. */
export type Credited = { key: string; count: number } & (
  | { rebuttalId: string }
  | { paragraph: { side: Side; n: number } }
);

function creditedBy({ credit }: HostsWords): Credited | null {
  const { rebuttalId, paragraph } = credit ?? {};
  if (rebuttalId !== undefined) return { key: rebuttalId, count: 1, rebuttalId };
  return paragraph ? { key: `${paragraph.side} ${paragraph.n}`, count: 1, paragraph } : null;
}

/** Rebuttals and paragraphs credited beside these words, the most frequent first. */
export function creditedIn(words: readonly HostsWords[]): Credited[] {
  const all = new Map<string, Credited>();
  for (const each of words) {
    const credited = creditedBy(each);
    if (credited) all.set(credited.key, { ...credited, count: (all.get(credited.key)?.count ?? 0) + 1 });
  }
  return [...all.values()].sort((one, other) => other.count - one.count);
}

/** `about`: `all`, `picked`, `counting` for credits that count, or the key of something credited. */
export type Filter = {
  text: string;
  about: string;
  /** Those that were picked when the filter was set: they stay under `picked` when their switch is turned off. */
  kept: ReadonlySet<string>;
};
export const NO_FILTER: Filter = { text: "", about: "all", kept: new Set() };

export function matching(words: readonly HostsWords[], { text, about, kept }: Filter): HostsWords[] {
  const wanted = folded(text).trim();
  const isAbout = (each: HostsWords) => {
    if (about === "all") return true;
    if (about === "picked") return each.picked || kept.has(each.id);
    return about === "counting" ? each.credit?.counts === true : creditedBy(each)?.key === about;
  };
  const holds = ({ text, by }: HostsWords) =>
    [text, by?.name, by?.realName].some((each = "") => folded(each).includes(wanted));
  return words.filter((each) => isAbout(each) && holds(each));
}
