"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import type { Results } from "#debate/counting/results.ts";

// Readers of results don't load what only the host sees.
const HostsWords = lazy(async () => ({
  default: (await import("#app/results/words/HostsWords.tsx")).HostsWords,
}));

/** What voters wrote, read once it comes into view: it is folded at first, and a hall's words are long. */
export function WordsPanel({ results }: { results: Results }) {
  const t = useTranslations("wordsPanel");
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
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
