import type { MessageKeys, NamespaceKeys, NestedKeyOf, NestedValueOf } from "next-intl";
import type { ActivityWords } from "#app/activities/words.ts";
import type en from "#app/messages/en.json";

/** The words on screen, by face, with those of activities. */
export type Words = typeof en & ActivityWords;
export type Namespace = keyof Words;
/** The path of each; and of those under another path, from there. */
export type AllWords = MessageKeys<Words, NestedKeyOf<Words>>;
export type WordsOf<Path extends NamespaceKeys<Words, NestedKeyOf<Words>>> = MessageKeys<
  NestedValueOf<Words, Path>,
  NestedKeyOf<NestedValueOf<Words, Path>>
>;
/** The parts of the results with a title and a lead. */
export type TitledResults = {
  [id in keyof Words["results"]]: Words["results"][id] extends { title: string; lead: string } ? id : never;
}[keyof Words["results"]];

/** Words as stored; the build makes lists of those with placeholders. */
type Tree = { [key: string]: string | unknown[] | Tree };

/** All of these in one. */
export function joined(trees: readonly Tree[]): Words {
  return trees.reduce(both, {}) as Words;
}

function both(one: Tree, other: Tree): Tree {
  const all = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = all[key];
    all[key] = isTree(known) && isTree(value) ? both(known, value) : value;
  }
  return all;
}

function isTree(value: Tree[string] | undefined): value is Tree {
  return typeof value === "object" && !Array.isArray(value);
}
