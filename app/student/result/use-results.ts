"use client";
import { useCallback, useEffect, useState } from "react";
import { askRepeatedly } from "#app/shared/ask.ts";
import type { Results } from "#debate/counting/results.ts";

/** The results as rendered, fetched anew whenever the class comes to them: after a step back they may differ. */
export function useResults(
  code: string,
  rendered: Results | null,
): { results: Results | null; askAgain: (() => void) | null } {
  const [fetched, setFetched] = useState<Results | null>(null);
  const [attempt, setAttempt] = useState(1);
  const [hasFailed, setHasFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to ask again.
  useEffect(() => {
    const abort = new AbortController();
    setHasFailed(false);
    void askRepeatedly<Results>(`/api/sessions/${code}/results`, abort.signal).then((reply) => {
      if (reply.ok) setFetched(reply.value);
      else if (!abort.signal.aborted) setHasFailed(true);
    });
    return () => abort.abort();
  }, [code, attempt]);

  const askAgain = useCallback(() => setAttempt((last) => last + 1), []);
  return { results: fetched ?? rendered, askAgain: hasFailed ? askAgain : null };
}
