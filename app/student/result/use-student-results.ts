"use client";
import { useCallback, useEffect, useState } from "react";
import { askRepeatedly } from "#app/shared/ask.ts";
import type { Results } from "#debate/counting/results.ts";

/**
 * The results on a phone: as rendered, and fetched once whenever the class comes to them, since they may differ after a
 * step back. Control room and projector follow every change (`useLiveResults`).
 */
export function useStudentResults(
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
