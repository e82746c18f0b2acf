import type { KeptMessage } from "#debate/activities/keeping.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** Kept messages whose refusal is said once, since it leaves no trace on the page; and its words where these are not the refusal's own. */
const SAID_ONCE = {
  "steelman:rate": { stale: "student.steelman.rewritten" },
} as const satisfies { [name in KeptMessage["name"]]?: { [code in Refusal]?: string } };
type Said = typeof SAID_ONCE;
type Words = { [Name in keyof Said]: Said[Name][keyof Said[Name]] }[keyof Said];

export function isSaidOnce(name: string): name is keyof Said {
  return Object.hasOwn(SAID_ONCE, name);
}

export function saidOnce(name: keyof Said, code: Refusal): Words | undefined {
  const words: { readonly [code in Refusal]?: Words } = SAID_ONCE[name];
  return words[code];
}
