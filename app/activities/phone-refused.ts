import { answersRefused } from "#app/activities/comprehension/refused.ts";
import { guessRefused } from "#app/activities/guess/refused.ts";
import { linesRefused } from "#app/activities/pairs/phone/refused.ts";
import { readRefused, unclearRefused } from "#app/activities/reading/refused.ts";
import { ratingRefused } from "#app/activities/steelman/refused.ts";
import type { KeptMessage } from "#debate/activities/keeping.ts";
import type { Refusal } from "#debate/rules/result.ts";

type Filled<Key extends string = string> = { words: Key; values?: Readonly<Record<string, number>> };

/** Messages of which a phone says once that they were refused, with their own words for some codes. */
const REFUSED = {
  "reading:done": readRefused,
  "sentence:unclear": unclearRefused,
  "comprehension:answer": answersRefused,
  "pairs:say": linesRefused,
  "steelman:rate": ratingRefused,
  "guess:cast": guessRefused,
} as const satisfies { [Name in KeptMessage["name"]]?: { [Code in Refusal]?: string | Filled } };

type Said = typeof REFUSED;
type Own = { [Name in keyof Said]: Said[Name][keyof Said[Name]] }[keyof Said];
type Words = Extract<Own, string> | Extract<Own, Filled>["words"];

/** What a phone says of it; null for nothing. */
export function saidIfRefused(name: string, code: Refusal): Filled<Words | `refusals.${Refusal}`> | null {
  if (!Object.hasOwn(REFUSED, name)) return null;
  const own: { [Code in Refusal]?: Own } = REFUSED[name as keyof Said];
  const said = own[code] ?? (`refusals.${code}` as const);
  return typeof said === "string" ? { words: said } : said;
}
