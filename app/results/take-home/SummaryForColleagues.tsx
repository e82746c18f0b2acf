"use client";
import { hostParts } from "#app/results/later-results.ts";
import { Later } from "#app/shared/loading/later.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";

export function SummaryForColleagues({ code }: { code: string }) {
  return useHydrated() && <Later of={hostParts}>{({ SummaryCode }) => <SummaryCode code={code} />}</Later>;
}
