"use client";
import { useTranslations } from "next-intl";
import { WhenSeen } from "#app/results/sections/WhenSeen.tsx";
import type { Results } from "#debate/counting/results.ts";

/** What voters wrote, read once it comes into view: a hall's words are long. */
export function WordsPanel({ results }: { results: Results }) {
  const t = useTranslations("wordsPanel");
  return <WhenSeen loading={t("loading")}>{({ HostsWords }) => <HostsWords results={results} />}</WhenSeen>;
}
