import { type Claim, claimOf, type Standing, standingIn, stepsOf, sumsOf } from "#debate/counting/margin.ts";
import { movesIn } from "#debate/counting/movement.ts";
import type { ComparedSection, Comparison } from "#debate/counting/sections.ts";
import type { Side } from "#debate/rules/choices.ts";

/**
 * Sections by who led: `level` if nobody did, `few` if too few moved to tell [S9]. They sum to those with people who voted twice.
 */
type Led = Record<Side | "level" | "few", number>;

/**
 * [V22] What a comparison says first. `ahead`: one side led in more sections than the other, in `count` of `of`. Only signs are
 * counted, so the same sentence says how many leads are clear [V46].
 */
export type SectionsHeadline =
  | { kind: "nobody" }
  | { kind: "one" }
  | { kind: "few"; of: number }
  | { kind: "level"; of: number }
  | { kind: "neither" }
  | { kind: "ahead"; side: Side; count: number; of: number }
  | { kind: "split"; count: number; of: number };

/** What stands under it, in sections. `empty`: nobody voted twice. */
export type SectionsDetail = { led: Led; clear: Record<Side, number>; empty: number };

/** How far sections differ: in how many of a hundred deals by lot they would as much, and whether chance usually does that. */
export type Spread = { kind: "usual" | "more"; ofHundred: number; sections: number };

/** In fewer of a hundred deals it is more than chance usually does. */
const RARE = 5;
/** [S22] The share of classes of thirty that come out clear though no debate moves them. */
const CLEAR_BY_CHANCE = 0.035;

type Counted = Pick<ComparedSection, "margin" | "paired">;

/** [S15] What may be said of one section's lead; null without people who voted twice. */
export function sectionClaim({ margin, paired }: Counted): Claim | null {
  return margin && claimOf(sumsOf(stepsOf(movesIn(paired.matrix))));
}

/** [S6] The same for the API, where a small lead is `close`. */
export function sectionStanding(section: Counted): Standing | null {
  const claim = sectionClaim(section);
  return claim && standingIn(claim);
}

function leaderOf({ margin }: Pick<ComparedSection, "margin">): Side | null {
  if (!margin || margin.points === 0) return null;
  return margin.points > 0 ? "for" : "against";
}

/** [V22] */
export function sectionsDetail(sections: readonly ComparedSection[]): SectionsDetail {
  const counted = countedIn(sections);
  const those = (test: (section: ComparedSection) => boolean) => counted.filter(test).length;
  const led = (side: Side | null) =>
    those((section) => leaderOf(section) === side && sectionStanding(section) !== "few");
  const clear = (side: Side) =>
    those((section) => leaderOf(section) === side && sectionStanding(section) === "clear");
  return {
    led: {
      for: led("for"),
      against: led("against"),
      level: led(null),
      few: those((section) => sectionStanding(section) === "few"),
    },
    clear: { for: clear("for"), against: clear("against") },
    empty: sections.length - counted.length,
  };
}

/** [V22] */
export function sectionsHeadline({ led }: SectionsDetail): SectionsHeadline {
  const of = led.for + led.against + led.level + led.few;
  if (of === 0) return { kind: "nobody" };
  if (of === 1) return { kind: "one" };
  if (led.few === of) return { kind: "few", of };
  if (led.level === of) return { kind: "level", of };
  if (led.for + led.against === 0) return { kind: "neither" };
  if (led.for === led.against) return { kind: "split", count: led.for, of };
  const side = led.for > led.against ? "for" : "against";
  return { kind: "ahead", side, count: led[side], of };
}

/** [S20] As the words say it, in whole hundredths. Null for fewer than two sections. */
export function spreadOf({ differ, sections }: Pick<Comparison, "differ" | "sections">): Spread | null {
  if (differ === null) return null;
  const ofHundred = Math.round(100 * differ);
  return { kind: ofHundred < RARE ? "more" : "usual", ofHundred, sections: countedIn(sections).length };
}

/** [S22] How many of so many sections come out clear by chance, rounded. */
export const clearByChance = (sections: number): number => Math.round(CLEAR_BY_CHANCE * sections);

function countedIn(sections: readonly ComparedSection[]): ComparedSection[] {
  return sections.filter(({ margin }) => margin !== null);
}
