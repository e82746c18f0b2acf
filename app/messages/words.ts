import { EN, JA } from "#app/activities/words.ts";
import type { Merged } from "#debate/activities/merged.ts";
import type { Language } from "#debate/rules/languages.ts";
import en from "./en.json" with { type: "json" };
import ja from "./ja.json" with { type: "json" };

/** The words on screen, by face. */
export type Words = typeof en & Merged<(typeof EN)[number]>;
export type Namespace = keyof Words;

type Tree = { [key: string]: string | Tree };

function joined(one: Tree, other: Tree): Tree {
  const all = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = all[key];
    all[key] = typeof known === "object" && typeof value === "object" ? joined(known, value) : value;
  }
  return all;
}

const allOf = (core: Tree, activities: readonly Tree[]) =>
  activities.reduce(joined, core) as unknown as Words;

export const ALL_WORDS: Record<Language, Words> = { en: allOf(en, EN), ja: allOf(ja, JA) };
