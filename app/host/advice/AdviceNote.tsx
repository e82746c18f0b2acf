"use client";

import { useTranslations } from "next-intl";
import { useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { rememberClosedAdvice } from "#app/host/remembered.ts";
import { RememberedContext } from "#app/host/remembered-context.ts";
import { Lightbulb, X } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { type Advice, adviceOn, closedKey, phaseBeganAt } from "#debate/rules/advice.ts";
import { SIDES } from "#debate/rules/choices.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { LogEntry, Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

function understand(stored: unknown): string[] | null {
  return Array.isArray(stored) && stored.every((each) => typeof each === "string") ? stored : null;
}

/** [H9] The suggestions that were closed in this session's control room, in every tab of this browser. */
function useClosedAdvice(code: string) {
  const { closedAdvice } = useContext(RememberedContext);
  const kept = useMemo(() => new StoredValue<readonly string[]>(`advice.${code}`, [], understand), [code]);
  const closed = useSyncExternalStore(kept.subscribe, kept.value, () => closedAdvice);
  useEffect(() => {
    if (closed.length > 0) rememberClosedAdvice(code, closed);
  }, [code, closed]);
  return { closed, close: (key: string) => kept.change((keys) => [...new Set([...keys, key])]) };
}

/** How often it is looked how long the class has been quiet, in milliseconds. */
const CHECK_INTERVAL = 10_000;

type AdviceNoteProps = {
  code: string;
  debate: ReadDebate;
  settings: Settings;
  snapshot: Snapshot;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  log: readonly LogEntry[];
  /** The server's clock, in milliseconds since the epoch. */
  clock: () => number;
  /** What it said when the page was made. */
  madeAt: number;
};

/** [H9] One suggestion for the next move, which the host can close. It moves nothing. */
export function AdviceNote(props: AdviceNoteProps) {
  const { code, debate, settings, snapshot, rebuttals, log, clock, madeAt } = props;
  const t = useTranslations("host.advice");
  const { closed, close } = useClosedAdvice(code);
  const now = useCoarseTime(clock, madeAt);
  const beganAt = phaseBeganAt(log, snapshot.phase);
  const seen = { snapshot, settings, rebuttals: rebuttals.values(), paragraphs: paragraphsOf(debate) };
  const advice = adviceOn({ ...seen, beganAt, now }).find(
    (each) => !closed.includes(closedKey(each, snapshot.phase)),
  );
  const words = advice ? inWords(advice) : null;
  useNews("advice", words);
  if (!advice) return null;

  function inWords({ kind, ...numbers }: Advice): string {
    return t(kind, numbers);
  }
  return (
    <aside
      aria-label={t("title")}
      className="mb-4 flex items-start gap-[min(0.75rem,2vw)] rounded-control border border-line bg-surface py-2 pr-2 pl-[min(1rem,3vw)] xl:mb-3 xl:py-0 xl:text-sm"
    >
      <Lightbulb aria-hidden="true" className="mt-2.5 size-5 shrink-0 text-ink-soft" />
      <p className="min-w-0 flex-1 py-2">{words}</p>
      <Button
        variant="quiet"
        className="px-[min(0.75rem,2vw)]!"
        aria-label={t("close")}
        title={t("close")}
        onClick={() => close(closedKey(advice, snapshot.phase))}
      >
        <X aria-hidden="true" className="size-4.5" />
      </Button>
    </aside>
  );
}

function paragraphsOf({ positions }: ReadDebate) {
  const [first, second] = SIDES.map(
    (side) => positions.find((position) => position.side === side)?.paragraphs.length ?? 0,
  );
  return { for: first ?? 0, against: second ?? 0 };
}

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, CHECK_INTERVAL);
  return () => clearInterval(interval);
}

/** The time in steps, so that nothing is drawn again between them. */
function useCoarseTime(clock: () => number, madeAt: number): number {
  return useSyncExternalStore(
    subscribe,
    () => coarse(clock()),
    () => coarse(madeAt),
  );
}

const coarse = (at: number) => Math.floor(at / CHECK_INTERVAL) * CHECK_INTERVAL;
