"use client";
import { useFormatter, useTranslations } from "next-intl";
import { MissingPartners } from "#app/activities/pairs/host/MissingPartners.tsx";
import type { NamedMissing, PairsWaiting } from "#app/activities/pairs/host/waiting.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import type { MissingPartner } from "#debate/activities/pairs/rules.ts";
import { present } from "#debate/rules/present.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

export const pairsAttention = {
  /** [P27] In their own phase only, since that shows the list in which lines are decided. */
  waiting({ phase, pairs }: Pick<Snapshot, "phase" | "pairs">, seats: readonly Seat[]): PairsWaiting {
    const { held = [], missing = [] } = (phase === "pairs" && pairs) || {};
    const nameOf = (id?: string) => seats.find(({ participantId }) => participantId === id)?.name;
    const named = (each: MissingPartner): NamedMissing => ({
      ...each,
      ...present({ name: nameOf(each.participantId), partner: nameOf(each.partnerId) }),
    });
    return { tables: held, missing: missing.map(named) };
  },
  count: ({ tables, missing }: PairsWaiting) => tables.length + missing.length,
  Needs: PairsNeeds,
};

/** [P27] [P39] */
function PairsNeeds({ waiting: { tables, missing } }: { waiting: PairsWaiting }) {
  const t = useTranslations("host.needs");
  const format = useFormatter();
  const lines =
    tables.length > 0 ? t("tables", { count: tables.length, tables: format.list(tables.map(String)) }) : null;
  useNews("tables", lines);
  useNews("missing", missing.length > 0 ? t("missingNews", { count: missing.length }) : null);
  return (
    <>
      <MissingPartners missing={missing} />
      {lines && <p className="text-sm font-semibold text-warn">{lines}</p>}
    </>
  );
}
