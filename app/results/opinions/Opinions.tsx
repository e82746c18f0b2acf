import { useTranslations } from "next-intl";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import type { Results } from "#debate/counting/results.ts";

/** Changes that need no change of side: how sure people are, and how far apart the class is. */
export function Opinions({ results: { confidence, polarization, paired } }: { results: Results }) {
  const t = useTranslations("results.opinions");
  const how = useHow();
  // As rounded in the calculation beside it: in a large class one answer more is no change.
  const change = Math.round(100 * (polarization?.change ?? 0));
  return (
    <dl className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      {confidence && (
        <div>
          <dt className="font-semibold">{t("confidence")}</dt>
          <dd className="text-ink-soft">
            {t("firmer", {
              count: confidence.n,
              firmer: confidence.firmer,
              lessSure: confidence.lessSure,
            })}
            <How of={t("confidence")} steps={how.confidence(confidence)} />
          </dd>
        </div>
      )}
      {polarization && (
        <div>
          <dt className="font-semibold">{t("polarization")}</dt>
          <dd className="text-ink-soft">
            {t(change > 0 ? "apart" : change < 0 ? "together" : "same")}
            {paired.matrix && <How of={t("polarization")} steps={how.polarization(paired.matrix)} />}
          </dd>
        </div>
      )}
    </dl>
  );
}
