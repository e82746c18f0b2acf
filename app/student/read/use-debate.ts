"use client";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ask, askRepeatedly } from "#app/shared/ask.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { placeOf } from "#app/student/offline/phone-storage.ts";
import { besideIn } from "#debate/activities/beside.ts";
import type { Beside } from "#debate/activities/messages.ts";
import type { ReadDebate } from "#debate/content/versions.ts";

type Readable = Beside & { debate: ReadDebate | null };
const NOTHING: Beside = {};
type Opened = {
  code: string;
  participantId: string;
  /** As the server rendered it, or as it was kept. */
  rendered: Readable;
  isReadable: boolean;
  /** [X5] The version that the host chose to begin with. */
  usual: string | undefined;
  isOnline: boolean;
};

/** [X5] In which version this seat reads. `wanted`: its id, empty for the original. */
export type Reading = { wanted: string; choose: (id: string) => void };

/**
 * The debate's text in the version that this seat reads, with the parts beside it: as the server rendered them, or fetched once.
 * `askAgain` is there when they could not be fetched, which is tried again once the phone is back online; until another version is
 * there, the last one stays.
 */
export function useDebate(opened: Opened) {
  const { code, participantId, rendered, isReadable, usual = "", isOnline } = opened;
  const kept = useMemo(
    () =>
      new StoredValue<string | null>(placeOf(code, participantId, "version"), null, (stored) =>
        typeof stored === "string" ? stored : null,
      ),
    [code, participantId],
  );
  const wanted = useSyncExternalStore(kept.subscribe, kept.value, kept.atFirst) ?? usual;
  const [texts, setTexts] = useState<ReadonlyMap<string, ReadDebate>>(() =>
    rendered.debate ? withText(new Map(), rendered.debate) : new Map(),
  );
  const [beside, setBeside] = useState(() => besideIn(rendered));
  const [failed, setFailed] = useState<string | null>(null);
  const [last, setLast] = useState(rendered.debate);
  const found = texts.get(wanted) ?? null;
  if (found && found !== last) setLast(found);
  const lacks = isReadable && !found;
  const isMissing = lacks && failed !== wanted;
  const path = `/api/sessions/${code}/debate${wanted && `?version=${encodeURIComponent(wanted)}`}`;
  const take = useCallback((read: Readable) => {
    const { debate } = read;
    if (debate) setTexts((known) => withText(known, debate));
    const told = besideIn(read);
    if (Object.keys(told).length > 0) setBeside(told);
  }, []);

  useEffect(() => {
    if (!isMissing) return;
    const abort = new AbortController();
    void askRepeatedly<Readable>(path, abort.signal).then((reply) => {
      if (reply.ok) take(reply.value);
      else if (!abort.signal.aborted) setFailed(wanted);
    });
    return () => abort.abort();
  }, [path, wanted, isMissing, take]);

  const askAgain = useCallback(() => setFailed(null), []);
  useEffect(() => {
    if (isOnline) askAgain();
  }, [isOnline, askAgain]);
  const choose = useCallback(
    (id: string) => {
      setFailed(null);
      kept.change(() => id);
    },
    [kept],
  );
  /** Fetches the parts beside it. Returns false if that failed. */
  const askBeside = useCallback(async () => {
    const reply = await ask<Readable>("GET", path);
    if (reply.ok) take(reply.value);
    return reply.ok;
  }, [path, take]);
  const reading: Reading = useMemo(() => ({ wanted, choose }), [wanted, choose]);
  return {
    debate: isReadable ? (found ?? last) : null,
    beside: isReadable ? beside : NOTHING,
    askAgain: failed === wanted && lacks ? askAgain : null,
    askBeside,
    reading,
  };
}

function withText(known: ReadonlyMap<string, ReadDebate>, text: ReadDebate): ReadonlyMap<string, ReadDebate> {
  return new Map(known).set(text.version ?? "", text);
}
