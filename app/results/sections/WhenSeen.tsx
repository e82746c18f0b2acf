"use client";
import type { ComponentProps } from "react";
import { hostParts } from "#app/results/later-results.ts";
import { useFirstSeen } from "#app/results/sections/use-first-seen.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Later } from "#app/shared/loading/later.tsx";

type WhenSeenProps = Pick<
  ComponentProps<typeof Later<Awaited<ReturnType<typeof hostParts.load>>>>,
  "children"
> & {
  loading: string;
};

/** What the host alone sees, loaded once it comes into view: it is folded at first, and not printed. */
export function WhenSeen({ loading, children }: WhenSeenProps) {
  const [place, isSeen] = useFirstSeen();
  const waiting = <EmptyState title={loading} />;
  return (
    <div ref={place} className="print:hidden">
      {isSeen ? (
        <Later of={hostParts} fallback={waiting}>
          {children}
        </Later>
      ) : (
        waiting
      )}
    </div>
  );
}
