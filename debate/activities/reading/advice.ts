import { phonesIn } from "#debate/rules/phones.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** The share of the class that has read both positions before it is said how many have not. */
const READ = 0.25;

type ReadingAdvice = { kind: "everyone-read" } | { kind: "unread"; count: number };

/** [X10] What the class says of its reading; slips say nothing [Y18]. */
export function onBothRead(
  snapshot: Pick<Snapshot, "phase" | "joined" | "onPaper" | "reading">,
  { identity }: Pick<Settings, "identity">,
): ReadingAdvice[] {
  const { phase, reading } = snapshot;
  const phones = phonesIn(snapshot);
  if (phase !== "reading" || !reading || phones === 0 || identity === "anonymous") return [];
  const unread = phones - reading.both;
  if (unread <= 0) return [{ kind: "everyone-read" }];
  return reading.both >= phones * READ ? [{ kind: "unread", count: unread }] : [];
}
