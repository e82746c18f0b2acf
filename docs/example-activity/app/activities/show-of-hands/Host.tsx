import { useTranslations } from "next-intl";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Above the rebuttals. */
export function HandsPart({ snapshot: { hands } }: { snapshot: Snapshot }) {
  const t = useTranslations("host.hands");
  if (hands === undefined) return null;
  return <p className="mb-4 font-serif text-xl tabular-nums">{t("raised", { count: hands })}</p>;
}
