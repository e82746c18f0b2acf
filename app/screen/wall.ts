import type { Connection } from "#app/live/live.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Results } from "#debate/counting/results.ts";
import { rebuttalsReadable } from "#debate/rules/phases.ts";
import type { Entry } from "#debate/rules/settings.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

/** Everything that the wall shows comes from this, so that its small copy in the control room is the same. */
export type Wall = {
  code: string;
  debate: Debate;
  /** Without a path: what students type. */
  address: string;
  joinPath: string;
  entry: Entry;
  /** Whether the best rebuttals take turns while the host has put nothing on the wall. */
  rotates: boolean;
  snapshot: Snapshot;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  results: Results | null;
  connection: Connection;
  canStore: boolean;
  /** The small one in the control room. */
  isCopy: boolean;
};

/** An address as one says it aloud: nobody types the scheme. */
export function spokenAddress(address: string): string {
  return address.replace(/^https?:\/\//u, "").replace(/\/$/u, "");
}

export function resultsPath(code: string): string {
  return `/results/${code}`;
}

/** The rebuttal that the host put on the wall, where the class may read it. */
export function rebuttalOnWall({
  snapshot: { phase, wall },
  rebuttals,
}: Pick<Wall, "snapshot" | "rebuttals">): Rebuttal | undefined {
  if (wall === undefined || wall === "blank" || !rebuttalsReadable(phase)) return undefined;
  const rebuttal = rebuttals.get(wall.rebuttalId);
  return rebuttal?.status === "published" ? rebuttal : undefined;
}

const ROTATED = 5;

/** The rebuttals that the wall turns through while the host has chosen none: the best across camps. */
export function bestRebuttals(rebuttals: ReadonlyMap<string, Rebuttal>): Rebuttal[] {
  return [...rebuttals.values()]
    .filter(({ status }) => status === "published")
    .sort((one, other) => one.rank - other.rank)
    .slice(0, ROTATED);
}

/** A text's size on the wall by its length, so that the longest that the rules allow still fits. */
export function wallSize(text: string): string {
  const length = [...text].length;
  if (length <= 110) return "text-wall-xl!";
  if (length <= 210) return "text-wall-lg!";
  return "text-wall-md!";
}
