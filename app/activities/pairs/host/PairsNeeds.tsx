"use client";
import { useFormatter, useTranslations } from "next-intl";
import { MissingPartners } from "#app/activities/pairs/host/MissingPartners.tsx";
import type { PairsWaiting } from "#app/activities/pairs/host/waiting.ts";
import { useNews } from "#app/shared/notices/announce.ts";

/** [P27] [P39] */
export function PairsNeeds({ waiting: { tables, missing } }: { waiting: PairsWaiting }) {
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
