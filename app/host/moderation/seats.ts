import { isOfDebate, type Round } from "#debate/rules/choices.ts";
import type { Seat } from "#debate/rules/snapshot.ts";

export const FILTERS = ["missing", "all", "away"] as const;
export type Filter = (typeof FILTERS)[number];

/** The seats that a filter keeps, by name as the host's language sorts them. */
export function seatsShown(seats: readonly Seat[], filter: Filter, round: Round, locale: string): Seat[] {
  const collator = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
  return seats
    .filter((seat) => keeps(seat, filter, round))
    .sort((one, other) => collator.compare(one.name, other.name));
}

/** A slip is no person who could be away. */
export function keeps(seat: Seat, filter: Filter, round: Round): boolean {
  if (filter === "missing") return hasVoted(seat, round) === false;
  return filter === "all" || !(seat.connected || seat.onPaper);
}

/** Undefined where it can't: [P34] a slip takes no part in a vote after the lesson. */
export function hasVoted(seat: Seat, round: Round): boolean | undefined {
  return seat.onPaper && !isOfDebate(round) ? undefined : (seat.voted ?? []).includes(round);
}

/** Whether a name, or the student's own, holds what was typed, whatever its case and accents. */
export function isNamed({ name, realName }: Pick<Seat, "name" | "realName">, typed: string): boolean {
  const wanted = plain(typed);
  return plain(name).includes(wanted) || plain(realName ?? "").includes(wanted);
}

// Letters that Unicode does not take apart, as people type them on another keyboard.
const STROKED: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase()
    .replace(/[łøđðħıßæœþ]/gu, (letter) => STROKED[letter] ?? letter)
    .trim();
}
