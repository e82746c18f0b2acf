"use client";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { askRepeatedly } from "#app/shared/ask.ts";
import { Kept } from "#app/shared/kept.ts";
import { placeOf } from "#app/student/offline/kept.ts";
import type { ReadDebate } from "#debate/content/versions.ts";

type Opened = {
  code: string;
  participantId: string;
  /** As the server rendered it, or as it was kept. */
  rendered: ReadDebate | null;
  isReadable: boolean;
  /** [X5] The version that the host chose to begin with. */
  usual: string | undefined;
};

/** [X5] In which version this seat reads. `wanted`: its id, empty for the original. */
export type Reading = { wanted: string; choose: (id: string) => void };

/**
 * The debate's text in the version that this seat reads: as the server rendered it, or fetched once. `askAgain` is there
 * when it could not be fetched; until another version is there, the last one stays.
 */
export function useDebate({ code, participantId, rendered, isReadable, usual = "" }: Opened): {
  debate: ReadDebate | null;
  askAgain: (() => void) | null;
  reading: Reading;
} {
  const kept = useMemo(
    () =>
      new Kept<string | null>(placeOf(code, participantId, "version"), null, (stored) =>
        typeof stored === "string" ? stored : null,
      ),
    [code, participantId],
  );
  const wanted = useSyncExternalStore(kept.subscribe, kept.value, kept.atFirst) ?? usual;
  const [texts, setTexts] = useState<ReadonlyMap<string, ReadDebate>>(() =>
    rendered ? withText(new Map(), rendered) : new Map(),
  );
  const [failed, setFailed] = useState<string | null>(null);
  const [last, setLast] = useState(rendered);
  const found = texts.get(wanted) ?? null;
  if (found && found !== last) setLast(found);
  const isMissing = isReadable && !found && failed !== wanted;

  useEffect(() => {
    if (!isMissing) return;
    const abort = new AbortController();
    const query = wanted && `?version=${encodeURIComponent(wanted)}`;
    const path = `/api/sessions/${code}/debate${query}`;
    void askRepeatedly<{ debate: ReadDebate }>(path, abort.signal).then((reply) => {
      if (reply.ok) setTexts((known) => withText(known, reply.value.debate));
      else if (!abort.signal.aborted) setFailed(wanted);
    });
    return () => abort.abort();
  }, [code, wanted, isMissing]);

  const askAgain = useCallback(() => setFailed(null), []);
  const choose = useCallback(
    (id: string) => {
      setFailed(null);
      kept.change(() => id);
    },
    [kept],
  );
  return {
    debate: isReadable ? (found ?? last) : null,
    askAgain: failed === wanted ? askAgain : null,
    reading: { wanted, choose },
  };
}

function withText(known: ReadonlyMap<string, ReadDebate>, text: ReadDebate): ReadonlyMap<string, ReadDebate> {
  return new Map(known).set(text.version ?? "", text);
}
