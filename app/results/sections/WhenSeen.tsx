"use client";
import { type ReactNode, Suspense } from "react";
import { useFirstSeen } from "#app/results/sections/use-first-seen.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";

/** What the host alone sees, loaded once it comes into view: it is folded at first, and not printed. */
export function WhenSeen({ loading, children }: { loading: string; children: ReactNode }) {
  const [place, isSeen] = useFirstSeen();
  const waiting = <EmptyState title={loading} />;
  return (
    <div ref={place} className="print:hidden">
      {isSeen ? <Suspense fallback={waiting}>{children}</Suspense> : waiting}
    </div>
  );
}
