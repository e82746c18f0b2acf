"use client";
import { hostParts } from "#app/results/later-results.ts";
import { Later } from "#app/shared/loading/later.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";

export function HostsNote({ code }: { code: string }) {
  return (
    useHydrated() && (
      <Later of={hostParts}>{({ SessionNote }) => <SessionNote code={code} labelled={false} />}</Later>
    )
  );
}
