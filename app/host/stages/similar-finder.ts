import { areSimilar, type Fingerprint, fingerprint } from "#debate/rules/similar.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type Known = { body: string; print: Fingerprint };

/** [R25] Some that say nearly the same; the first would stand for the others. */
export type SimilarGroup = Rebuttal[];

/** The name of a pair, in either order. */
export const pairOf = (one: string, other: string) => [one, other].sort().join(" ");

/** [R25] Finds rebuttals of one side that say nearly the same. Compares only rebuttals that came since the last call. */
export function createSimilarFinder() {
  const known = new Map<string, Known>();
  const pairs = new Set<string>();

  function learn({ id, side, body }: Rebuttal, others: Iterable<Rebuttal>): void {
    const print = fingerprint(body);
    known.set(id, { body, print });
    for (const other of others) {
      const before = known.get(other.id);
      if (!before || other.id === id) continue;
      const pair = pairOf(id, other.id);
      if (other.side === side && areSimilar(print, before.print)) pairs.add(pair);
      else pairs.delete(pair);
    }
  }

  /** `apart`: the pairs that the host has called different. */
  return function find(rebuttals: ReadonlyMap<string, Rebuttal>, apart: ReadonlySet<string>): SimilarGroup[] {
    for (const rebuttal of rebuttals.values())
      if (known.get(rebuttal.id)?.body !== rebuttal.body) learn(rebuttal, rebuttals.values());
    const groups = new Map<string, Rebuttal[]>();
    for (const pair of pairs) {
      if (apart.has(pair)) continue;
      const both = pair.split(" ").flatMap((id) => rebuttals.get(id) ?? []);
      if (both.length < 2 || both.some(({ status }) => status === "hidden")) continue;
      const joined = [...new Set(both.flatMap((each) => groups.get(each.id) ?? [each]))];
      for (const each of joined) groups.set(each.id, joined);
    }
    return [...new Set(groups.values())]
      .map((group) => group.toSorted(better))
      .filter(([head]) => head?.status === "published")
      .sort(([one], [other]) => (one?.at ?? 0) - (other?.at ?? 0));
  };
}

/** Published ones first, then what persuaded more people, then the older. */
function better(one: Rebuttal, other: Rebuttal): number {
  const isShown = ({ status }: Rebuttal) => Number(status === "published");
  return (
    isShown(other) - isShown(one) ||
    other.endorsements - one.endorsements ||
    one.at - other.at ||
    (one.id < other.id ? -1 : 1)
  );
}
