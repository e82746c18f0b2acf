"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ask } from "#app/shared/ask.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import type { Results } from "#debate/counting/results.ts";
import { PICKS } from "#debate/counting/words.ts";
import type { HostsWords, WordsRead } from "#debate/protocol/pages.ts";

/** What voters wrote, read again with every new count that is more than the host's own pick, and a way to show some of it to the class. */
export function useWords(results: Results) {
  const { code } = results;
  const t = useTranslations("wordsPanel");
  const refusals = useTranslations("refusals");
  const [read, setRead] = useState<WordsRead | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  /** The results that `read` is as new as. */
  const upTo = useRef<Results | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: newer results or an attempt are the reason to read again.
  useEffect(() => {
    if (read && upTo.current && onlyPicked(upTo.current, results, read.words)) {
      upTo.current = results;
      return;
    }
    upTo.current = null;
    const stop = new AbortController();
    const readAgain = async () => {
      const path = `/api/sessions/${code}/words`;
      const reply = await ask<WordsRead>("GET", path, undefined, { signal: stop.signal });
      if (stop.signal.aborted) return;
      setFailed(!reply.ok);
      if (!reply.ok) return;
      upTo.current = results;
      setRead(reply.value);
    };
    void readAgain();
    return () => stop.abort();
  }, [code, results, attempt]);

  const retry = () => setAttempt((count) => count + 1);
  useEffect(() => {
    if (!hasFailed) return;
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  });

  const mark = (id: string, picked: boolean) =>
    setRead(
      (before) =>
        before && {
          ...before,
          words: before.words.map((each) => (each.id === id ? { ...each, picked } : each)),
        },
    );

  async function pick(reason: string, on: boolean): Promise<void> {
    mark(reason, on);
    const reply = await press("POST", `/api/sessions/${code}/picks`, { reason, on });
    if (reply.ok) {
      toast.success(on ? t("picked") : t("unpicked"), {
        id: `picked-${reason}`,
        action: { label: t("undo"), onClick: () => void pick(reason, !on) },
      });
      return;
    }
    if (reply.code === "late") {
      // It may have been stored: until the server says, it counts as shown.
      mark(reason, true);
      toast.error(refusals("late"));
      retry();
      return;
    }
    mark(reason, !on);
    toast.error(reply.code === "too-many" ? t("tooMany", { most: PICKS }) : refusals(reply.code));
  }

  return { read, hasFailed, retry, pick };
}

/** Whether newer results differ only by picks, and the list shows these already: then it need not be read again. */
export function onlyPicked(before: Results, now: Results, listed: readonly HostsWords[]): boolean {
  const picks = idsOf(now.picked);
  return (
    picks !== idsOf(before.picked) &&
    picks === idsOf(listed.filter(({ picked }) => picked)) &&
    withoutPicks(before) === withoutPicks(now)
  );
}

function idsOf(words: readonly { id: string }[]): string {
  return words
    .map(({ id }) => id)
    .sort()
    .join();
}

function withoutPicks(results: Results): string {
  return JSON.stringify({ ...results, picked: [] });
}
