"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { useFirstSeen } from "#app/results/use-first-seen.ts";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import type { Results } from "#debate/counting/results.ts";

// Readers of results don't load what only the host sees.
const HostsWords = lazy(async () => ({
  default: (await import("#app/results/words/HostsWords.tsx")).HostsWords,
}));

/** What voters wrote, read once it comes into view: it is folded at first, and a hall's words are long. */
export function WordsPanel({ results }: { results: Results }) {
  const t = useTranslations("wordsPanel");
  const [place, isSeen] = useFirstSeen();
  const waiting = <EmptyState title={t("loading")} />;
  return (
    <div ref={place} className="print:hidden">
      {isSeen ? (
        <Suspense fallback={waiting}>
          <HostsWords results={results} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}
