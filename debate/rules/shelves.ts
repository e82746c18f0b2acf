import type { Listing } from "#debate/content/listing.ts";
import type { DebateAccess, DebateRight } from "#debate/rules/debate-rights.ts";
import { type Splits, usuallySplits } from "#debate/rules/splitting.ts";

/** [D13] Where a debate is shown: the first three together, or one shelf at a time. */
export const SHELVES = ["own", "shared", "built-in", "drafts", "archived"] as const;
export type Shelf = (typeof SHELVES)[number];

/** A debate as its shelf shows it; times in milliseconds since the epoch. */
export type ShelvedDebate = Listing & {
  id: string;
  shelf: Shelf;
  /** Absent for a built-in debate. */
  addedAt?: number;
  /** Of a colleague's: whose it is, and what may be done with it. */
  from?: { name: string; right: DebateRight };
  /** [D17] When the caller last opened a session of it, and of how many; absent if never. */
  taught?: { last: number; times: number };
  /** [D43] How many classes were split at their first vote. */
  splits?: Splits;
};

/**
 * [D18] The version of a debate that a session was opened with, and what has become of it. `savedAt`: when it was saved, in milliseconds
 * since the epoch; null where that is not known, and for built-in debates.
 */
export type RanVersion = {
  debateId: string;
  state: "unchanged" | "edited" | "deleted";
  savedAt: number | null;
};

export const accessTo = ({ shelf, from }: Pick<ShelvedDebate, "shelf" | "from">): DebateAccess =>
  shelf === "built-in" ? shelf : (from?.right ?? "own");

export const READING_LENGTHS = ["short", "middle", "long"] as const;
type ReadingLength = (typeof READING_LENGTHS)[number];
/** Minutes for both positions: up to 6 are short, over 12 long. */
export const LENGTH_MINUTES = { short: 6, middle: 12 } as const;

function readingLengthOf({ length: { minutes } }: Pick<Listing, "length">): ReadingLength {
  if (minutes <= LENGTH_MINUTES.short) return "short";
  return minutes <= LENGTH_MINUTES.middle ? "middle" : "long";
}

/** [D14] Which debates to list; an absent field does not limit them. */
export type ShelfFilter = {
  shelf?: Shelf | undefined;
  /** The main language, such as `ja`. */
  lang?: string | undefined;
  length?: ReadingLength | undefined;
  level?: Listing["level"];
  taught?: boolean | undefined;
  /** [D14] The first tag. */
  subject?: string | undefined;
  /** [D43] Whether most classes are split. */
  splits?: boolean | undefined;
};

/** [D13] Drafts and archived debates are shown on their own shelves only. */
export function isWanted(
  debate: ShelvedDebate,
  { shelf, lang, length, level, taught, subject, splits }: ShelfFilter,
): boolean {
  const onShelf = shelf ? debate.shelf === shelf : debate.shelf !== "drafts" && debate.shelf !== "archived";
  return (
    onShelf &&
    (lang === undefined || mainLanguage(debate.lang) === lang) &&
    (length === undefined || readingLengthOf(debate) === length) &&
    (level === undefined || debate.level === level) &&
    (taught === undefined || (debate.taught !== undefined) === taught) &&
    (subject === undefined || subjectOf(debate) === subject.toLowerCase()) &&
    (splits === undefined || (debate.splits !== undefined && usuallySplits(debate.splits)) === splits)
  );
}

export const mainLanguage = (lang: string | undefined) => lang?.split("-")[0];

/** [D14] What a debate is about: its first tag, however it is capitalized. */
export const subjectOf = ({ tags }: Pick<Listing, "tags">) => tags?.[0]?.toLowerCase();

/** The key of the series that a debate stands in; null for none. */
export const seriesOf = ({ series }: Pick<Listing, "series">) => series?.trim() || null;

/** [D13] Series after series in the order in which they first come, the newest issue first; debates of no series last. */
export function inShelfOrder<Debate extends Listing>(debates: readonly Debate[]): Debate[] {
  const places = new Map<string, number>();
  for (const debate of debates) {
    const series = seriesOf(debate);
    if (series !== null && !places.has(series)) places.set(series, places.size);
  }
  const placeOf = (debate: Debate) => places.get(seriesOf(debate) ?? "") ?? places.size;
  return debates.toSorted(
    (one, other) =>
      placeOf(one) - placeOf(other) ||
      (other.volume ?? 0) - (one.volume ?? 0) ||
      (other.issue ?? 0) - (one.issue ?? 0),
  );
}

/** The ids of debates that share their title with another one of them. */
export function twinsIn(debates: readonly { id: string; key: string }[]): Set<string> {
  const times = new Map<string, number>();
  for (const { key } of debates) times.set(key, (times.get(key) ?? 0) + 1);
  return new Set(debates.flatMap(({ id, key }) => (key !== "" && (times.get(key) ?? 0) > 1 ? id : [])));
}
