"use client";
import { useEffect, useState } from "react";
import { ask } from "#app/shared/ask.ts";
import type { Results } from "#debate/counting/results.ts";
import type { PickedWords } from "#debate/counting/words.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

const SETTLE = 300;
const AGAIN = 4_000;

export type FetchedResults = { results: Results | null; failed: boolean };

/** Who reads: a host, or an assistant, who sees what the class may, by the key in a link. */
type Reader = { as: "host" | "class"; key?: string | undefined };

/**
 * The whole results for the control room: for the host from `results` on, for an assistant once the reveal is open [V14], and again
 * whenever the session changes after that. Wall and phones ask for nothing: they draw the results that the server pushes at each step.
 */
export function useLiveResults(
  code: string,
  { phase, version, step, opened }: Pick<Snapshot, "phase" | "version" | "step" | "opened">,
  { as, key }: Reader,
  picked: readonly PickedWords[],
): FetchedResults {
  const [fetched, setFetched] = useState<FetchedResults>({ results: null, failed: false });
  const [attempt, setAttempt] = useState(0);
  const isPublic = resultsPublic(phase);
  const isReadable = isPublic && (as === "host" || step === "open" || opened === true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version, pick or attempt is the reason to read again.
  useEffect(() => {
    if (!isPublic) {
      // Back before the results: what was counted then is no longer true.
      setFetched({ results: null, failed: false });
      return;
    }
    // [V14] After a step back from `open` the results stay as they were read.
    if (!isReadable) return;
    const stop = new AbortController();
    let retry: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const query = new URLSearchParams({ as, ...(key !== undefined && { key }) });
      const path = `/api/sessions/${code}/results?${query}`;
      const reply = await ask<Results>("GET", path, undefined, { signal: stop.signal });
      if (stop.signal.aborted) return;
      if (reply.ok) return setFetched({ results: reply.value, failed: false });
      // They are not open, or no longer; the step that opens them is a new version.
      if (reply.code === "wrong-phase") return setFetched({ results: null, failed: false });
      setFetched((before) => ({ ...before, failed: true }));
      retry = setTimeout(() => setAttempt((count) => count + 1), AGAIN);
    };
    // Several changes in a row are one reading.
    const soon = setTimeout(() => void read(), SETTLE);
    return () => {
      clearTimeout(soon);
      clearTimeout(retry);
      stop.abort();
    };
  }, [code, as, key, isPublic, isReadable, version, picked, attempt]);

  return fetched;
}
