import { useTranslations } from "next-intl";
import type { Kind } from "#debate/rules/starters.ts";

/** [X14] What a rebuttal is to its author, as a small label. */
export function KindLabel({ kind }: { kind: Kind | undefined }) {
  const t = useTranslations("kinds");
  if (!kind) return null;
  return (
    <span className="shrink-0 rounded-full border border-line-strong px-[0.6em] py-[0.05em] text-[0.85em] whitespace-nowrap">
      {t(kind)}
    </span>
  );
}
