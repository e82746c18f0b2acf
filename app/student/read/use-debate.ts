"use client";
import { useCallback, useEffect, useState } from "react";
import { ask, askRepeatedly } from "#app/shared/ask.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { ClassQuestion } from "#debate/content/questions.ts";

/** `questions`: undefined until they are known. */
type Readable = { debate: Debate | null; questions?: ClassQuestion[] | undefined };

/** `withQuestions`: the class is asked about the positions by now [Y4]. */
type Reading = { isReadable: boolean; withQuestions: boolean };

/**
 * The debate's text: as the server rendered it, or fetched once when it becomes readable on a page that
 * was opened before. `askAgain` is there when it could not be fetched.
 */
export function useDebate(code: string, rendered: Readable, { isReadable, withQuestions }: Reading) {
  const [fetched, setFetched] = useState<Readable | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const debate = fetched?.debate ?? rendered.debate;
  const questions = fetched?.questions ?? rendered.questions;
  const lacks = (isReadable && !debate) || (withQuestions && !questions);
  const isMissing = lacks && !hasFailed;
  const path = `/api/sessions/${code}/debate`;

  useEffect(() => {
    if (!isMissing) return;
    const abort = new AbortController();
    void askRepeatedly<Readable>(path, abort.signal).then((reply) => {
      if (reply.ok) setFetched(reply.value);
      else if (!abort.signal.aborted) setHasFailed(true);
    });
    return () => abort.abort();
  }, [path, isMissing]);

  const askAgain = useCallback(() => setHasFailed(false), []);
  /** Fetches what is right, which the class may read after the phase; false where that failed. */
  const askAnswers = useCallback(async () => {
    const reply = await ask<Readable>("GET", path);
    if (reply.ok) setFetched(reply.value);
    return reply.ok;
  }, [path]);
  return {
    debate: isReadable ? debate : null,
    questions: withQuestions ? (questions ?? null) : null,
    askAgain: hasFailed && isReadable && !debate ? askAgain : null,
    askAnswers,
  };
}
