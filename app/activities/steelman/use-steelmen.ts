"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import type { HostsSteelman } from "#debate/activities/steelman/rules.ts";

/** At most so often they are read again, in milliseconds: a class writes at once. */
const APART = 1_500;
/** How often they are read while the class writes, in milliseconds: one that is rewritten is no news. */
const EVERY = 5_000;

/** The class's texts, read again whenever `news` changes; null until they are there. `isOpen`: whether the class writes. */
export function useSteelmen(news: string, isOpen: boolean) {
  const { ask } = useCommands();
  const [texts, setTexts] = useState<readonly HostsSteelman[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const shown = useRef(0);
  const turn = useRef(0);

  /** Reads at least so many, page by page. */
  const read = useCallback(
    async (least: number) => {
      turn.current += 1;
      const mine = turn.current;
      const all: HostsSteelman[] = [];
      for (;;) {
        const last = all.at(-1);
        const page = await ask("host:steelmen", last ? { after: { at: last.at, id: last.id } } : {});
        if (mine !== turn.current) return;
        setFailed(!page.ok);
        if (!page.ok) return;
        all.push(...page.steelmen);
        if (!page.more || all.length >= least) {
          shown.current = all.length;
          setTexts(all);
          setHasMore(page.more);
          return;
        }
      }
    },
    [ask],
  );

  const readAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: news is the reason to read again.
  useEffect(() => {
    const timer = setTimeout(
      () => {
        readAt.current = performance.now();
        void read(shown.current);
      },
      Math.max(0, readAt.current + APART - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [news, read]);
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => void read(shown.current), EVERY);
    return () => clearInterval(timer);
  }, [isOpen, read]);

  return {
    texts,
    hasFailed,
    readAgain: () => read(shown.current),
    readMore: hasMore ? () => read(shown.current + 1) : null,
  };
}
