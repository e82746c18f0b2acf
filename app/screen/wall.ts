import type { Connection } from "#app/live/live-state.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import type { Entry } from "#debate/rules/session-options.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

/** Everything that the wall shows comes from this, so that its small copy in the control room is the same. */
export type Wall = {
  code: string;
  debate: ReadDebate;
  /** Without a path: what students type. */
  address: string;
  joinPath: string;
  entry: Entry;
  activities: Activities;
  /** Whether the results came step by step [V14]. */
  isStaged: boolean;
  /** [H4] How many simulated students take part in a rehearsal. */
  simulated?: number | undefined;
  snapshot: Snapshot;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  result: ResultMessage | null;
  connection: Connection;
  canStore: boolean;
};

export function resultsPath(code: string): string {
  return `/results/${code}`;
}

/** A text's size on the wall by its length, so that the longest that the rules allow still fits. */
export function wallSize(text: string): string {
  const length = [...text].length;
  if (length <= 110) return "text-wall-xl!";
  if (length <= 210) return "text-wall-lg!";
  return "text-wall-md!";
}
