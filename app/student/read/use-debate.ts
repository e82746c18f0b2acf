"use client";
import { useCallback, useEffect, useState } from "react";
import type { Debate } from "#debate/content/debate.ts";

const TRIES = 4;

/**
 * The debate's text: as the server rendered it, or fetched once when it becomes readable on a page that
 * was opened before. `askAgain` is there when it could not be fetched.
 */
export function useDebate(
  code: string,
  rendered: Debate | null,
  isReadable: boolean,
): { debate: Debate | null; askAgain: (() => void) | null } {
  const [fetched, setFetched] = useState<Debate | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const debate = rendered ?? fetched;
  const isMissing = isReadable && !debate && !hasFailed;

  useEffect(() => {
    if (!isMissing) return;
    const abort = new AbortController();
    fetchDebate(code, abort.signal).then(
      (found) => setFetched(found),
      () => {
        if (!abort.signal.aborted) setHasFailed(true);
      },
    );
    return () => abort.abort();
  }, [code, isMissing]);

  const askAgain = useCallback(() => setHasFailed(false), []);
  return { debate: isReadable ? debate : null, askAgain: hasFailed ? askAgain : null };
}

async function fetchDebate(code: string, signal: AbortSignal): Promise<Debate> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(`/api/sessions/${code}/debate`, { signal });
      if (!response.ok) throw new Error(`The debate was answered with ${response.status}.`);
      const { debate } = (await response.json()) as { debate: Debate };
      return debate;
    } catch (error) {
      if (signal.aborted || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 1_000));
    }
  }
}
