"use client";
import { useTranslations } from "next-intl";
import type { Snapshot } from "#debate/rules/snapshot.ts";

type SteelmanWaiting = { bestArguments: number };

export const steelmanAttention = {
  /** [P20] In its own phase only, since that shows the list in which they are decided. */
  waiting: ({ phase, steelman }: Pick<Snapshot, "phase" | "steelman">): SteelmanWaiting => ({
    bestArguments: phase === "steelman" ? (steelman?.waiting ?? 0) : 0,
  }),
  count: ({ bestArguments }: SteelmanWaiting) => bestArguments,
  Needs: SteelmanNeeds,
};

function SteelmanNeeds({ waiting: { bestArguments } }: { waiting: SteelmanWaiting }) {
  const t = useTranslations("host.needs");
  if (bestArguments === 0) return null;
  return <p className="text-sm font-semibold text-warn">{t("bestArguments", { count: bestArguments })}</p>;
}
