"use client";
import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { useFirstSeen } from "#app/results/sections/use-first-seen.ts";
import { askRepeatedly } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { Timeline } from "#debate/counting/timeline.ts";

type Loaded = { Replay: ComponentType<{ timeline: Timeline }>; timeline: Timeline };

/** [V24] When things happened, under the results. Script and numbers are loaded when it is unfolded, or printed. */
export function TimelineSection({ code }: { code: string }) {
  const t = useTranslations("timeline");
  const [place, isSeen] = useFirstSeen({ margin: "50%", orPrinted: true });
  const isHydrated = useHydrated();
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | "waiting" | "failed">("waiting");

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is the reason to load again.
  useEffect(() => {
    if (!isSeen) return;
    const stop = new AbortController();
    void loadTimeline(code, stop.signal).then((drawn) => {
      if (!stop.signal.aborted) setLoaded(drawn ?? "failed");
    });
    return () => stop.abort();
  }, [code, attempt, isSeen]);

  const again = () => {
    // The pressed button is about to go: readers stay in the section.
    place.current?.closest<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
    setLoaded("waiting");
    setAttempt(attempt + 1);
  };
  return (
    <div ref={place} className="break-inside-avoid" data-unloaded={typeof loaded === "string" || undefined}>
      {!isHydrated && (
        <noscript>
          <p className="text-ink-soft">{t("withoutScript")}</p>
        </noscript>
      )}
      {isHydrated && loaded === "waiting" && <p className="min-h-80 text-ink-soft">{t("loading")}</p>}
      {loaded === "failed" && (
        <Notice kind="error" title={t("failed")} action={<Button onClick={again}>{t("retry")}</Button>} />
      )}
      {typeof loaded === "object" && <loaded.Replay timeline={loaded.timeline} />}
    </div>
  );
}

/** Null where one of both did not come. */
async function loadTimeline(code: string, signal: AbortSignal): Promise<Loaded | null> {
  const key = new URLSearchParams(window.location.search).get("key");
  const query = key === null ? "" : `?${new URLSearchParams({ key })}`;
  const replay = import("#app/results/timeline/Replay.tsx").catch(() => null);
  const reply = await askRepeatedly<Timeline>(`/api/sessions/${code}/timeline${query}`, signal);
  const loaded = await replay;
  return loaded && reply.ok ? { Replay: loaded.Replay, timeline: reply.value } : null;
}
