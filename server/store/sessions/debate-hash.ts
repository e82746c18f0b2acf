import { createHash } from "node:crypto";
import type { Debate } from "#debate/content/debate.ts";

/** Sha-256, in hex, of the debate as JSON with sorted keys and no spaces; without its id, and without its language, which may be a guess [E6]. */
export function hashOfDebate({ id: _, lang: _guessed, ...debate }: Debate): string {
  return createHash("sha256").update(canonical(debate)).digest("hex");
}

/** As JSON with sorted keys and no spaces. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
