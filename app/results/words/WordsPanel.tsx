"use client";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { WhenSeen } from "#app/results/sections/WhenSeen.tsx";
import type { Results } from "#debate/counting/results.ts";

// Readers of results don't load what only the host sees.
const HostsWords = lazy(async () => ({
  default: (await import("#app/results/words/HostsWords.tsx")).HostsWords,
}));

/** What voters wrote, read once it comes into view: a hall's words are long. */
export function WordsPanel({ results }: { results: Results }) {
  const t = useTranslations("wordsPanel");
  return (
    <WhenSeen loading={t("loading")}>
      <HostsWords results={results} />
    </WhenSeen>
  );
}
