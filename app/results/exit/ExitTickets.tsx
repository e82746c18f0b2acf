"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { useFirstSeen } from "#app/results/use-first-seen.ts";
import { EmptyState } from "#app/shared/EmptyState.tsx";

// Readers of results don't load what only the host sees.
const TicketList = lazy(async () => ({
  default: (await import("#app/results/exit/TicketList.tsx")).TicketList,
}));

/** [Y16] The exit tickets, read once they come into view. */
export function ExitTickets({ code }: { code: string }) {
  const t = useTranslations("exitTickets");
  const [place, isSeen] = useFirstSeen();
  const waiting = <EmptyState title={t("loading")} />;
  return (
    <div ref={place} className="print:hidden">
      {isSeen ? (
        <Suspense fallback={waiting}>
          <TicketList code={code} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}
