import { phonesIn } from "#debate/rules/phones.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [M29] How many may vote while only one half does; in an anonymous session about half. */
export function halfThatVotes(snapshot: Snapshot): number | undefined {
  if (!snapshot.halfVotes) return undefined;
  return snapshot.experiment?.b.drawn ?? Math.floor(phonesIn(snapshot) / 2);
}
