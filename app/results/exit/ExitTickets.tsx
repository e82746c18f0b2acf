"use client";
import { useTranslations } from "next-intl";
import type { TicketsOf } from "#app/results/exit/TicketList.tsx";
import { WhenSeen } from "#app/results/sections/WhenSeen.tsx";

/** [Y16] The exit tickets, read once they come into view. */
export function ExitTickets({ code, isAnonymous }: TicketsOf) {
  const t = useTranslations("exitTickets");
  return (
    <WhenSeen loading={t("loading")}>
      {({ TicketList }) => <TicketList code={code} isAnonymous={isAnonymous} />}
    </WhenSeen>
  );
}
