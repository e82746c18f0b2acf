import { useTranslations } from "next-intl";
import type { Failure } from "#app/shared/ask.ts";

/** Small and for a moment: the class sees it, too. */
export function ClickerFailure({ why }: { why: Failure }) {
  const t = useTranslations();
  return (
    <p
      role="status"
      className="fixed bottom-4 left-4 max-w-[60vw] rounded-control border border-line bg-surface px-4 py-2 text-wall-sm text-ink-soft shadow-float"
    >
      {why === "stale" ? t("steps.clicker.stale") : t("steps.clicker.failed", { why: t(`refusals.${why}`) })}
    </p>
  );
}
