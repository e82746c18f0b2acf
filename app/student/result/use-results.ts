"use client";
import { useCallback, useEffect, useState } from "react";
import type { Results } from "#debate/counting/results.ts";

const TRIES = 4;

/** The results as rendered, fetched anew whenever the class comes to them: after a step back they may differ. */
export function useResults(
  code: string,
  rendered: Results | null,
): { results: Results | null; askAgain: (() => void) | null } {
  const [fetched, setFetched] = useState<Results | null>(null);
  const [attempt, setAttempt] = useState(1);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    setHasFailed(false);
    fetchResults(code, attempt, abort.signal).then(setFetched, () => {
      if (!abort.signal.aborted) setHasFailed(true);
    });
    return () => abort.abort();
  }, [code, attempt]);

  const askAgain = useCallback(() => setAttempt((last) => last + 1), []);
  return { results: fetched ?? rendered, askAgain: hasFailed ? askAgain : null };
}

async function fetchResults(code: string, _attempt: number, signal: AbortSignal): Promise<Results> {
  for (let tried = 1; ; tried += 1) {
    try {
      const response = await fetch(`/api/sessions/${code}/results`, { signal });
      if (!response.ok) throw new Error(`The results were answered with ${response.status}.`);
      return (await response.json()) as Results;
    } catch (error) {
      if (signal.aborted || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, tried * 1_000));
    }
  }
}
