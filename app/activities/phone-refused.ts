import { answersRefused } from "#app/activities/comprehension/refused.ts";
import { ratingRefused } from "#app/activities/steelman/refused.ts";
import type { KeptMessage } from "#debate/activities/keeping.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** Messages of which a phone says once that they were refused, with their own words for some codes. */
const REFUSED = {
  "comprehension:answer": answersRefused,
  "steelman:rate": ratingRefused,
} as const satisfies { [Name in KeptMessage["name"]]?: { [Code in Refusal]?: string } };

type Said = typeof REFUSED;
type Own = { [Name in keyof Said]: Said[Name][keyof Said[Name]] }[keyof Said];

/** What a phone says of it; null for nothing. */
export function saidIfRefused(name: string, code: Refusal): Own | `refusals.${Refusal}` | null {
  if (!Object.hasOwn(REFUSED, name)) return null;
  const own: { [Code in Refusal]?: Own } = REFUSED[name as keyof Said];
  return own[code] ?? `refusals.${code}`;
}
