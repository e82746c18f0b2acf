"use client";
import { useTranslations } from "next-intl";
import { Later, later } from "#app/shared/later.tsx";
import { isBegun, useDraft } from "#app/student/argue/use-draft.ts";
import type { View } from "#app/student/views-of-phase.ts";

const argue = later(async () => (await import("#app/student/argue/ArgueView.tsx")).ArgueView);
const composer = later(async () => (await import("#app/student/argue/Composer.tsx")).Composer);
const result = later(async () => (await import("#app/student/result/ResultView.tsx")).ResultView);

/** Fetches what later phases need, so that a phone without a network shows them, too. */
export async function loadLaterParts(): Promise<void> {
  await Promise.all([argue.load(), composer.load(), result.load()]);
}

/** The parts among some views. */
export const laterPartsOf = (views: readonly View[]) => [
  ...(views.includes("argue") ? [argue] : []),
  ...(views.includes("result") ? [result] : []),
];

export function ArgueView() {
  return <Later part={argue} props={{}} fallback={<Loading />} />;
}

export function Composer() {
  const hasDraft = useDraft(isBegun);
  return hasDraft && <Later part={composer} props={{}} />;
}

export function ResultView() {
  return <Later part={result} props={{}} fallback={<Loading />} />;
}

function Loading() {
  const t = useTranslations("shared");
  return (
    <p role="status" className="min-h-64 text-ink-soft">
      {t("loading")}
    </p>
  );
}
