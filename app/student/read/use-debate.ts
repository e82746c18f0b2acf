"use client";
import { useCallback, useEffect, useState } from "react";
import { askRepeatedly } from "#app/shared/ask.ts";
import type { Debate } from "#debate/content/debate.ts";

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
    void askRepeatedly<{ debate: Debate }>(`/api/sessions/${code}/debate`, abort.signal).then((reply) => {
      if (reply.ok) setFetched(reply.value.debate);
      else if (!abort.signal.aborted) setHasFailed(true);
    });
    return () => abort.abort();
  }, [code, isMissing]);

  const askAgain = useCallback(() => setHasFailed(false), []);
  return { debate: isReadable ? debate : null, askAgain: hasFailed ? askAgain : null };
}
