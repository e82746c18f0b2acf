import { useTranslations } from "next-intl";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import type { Confidence } from "#debate/counting/opinions.ts";

/** [M10] How sure people are, which may change without a change of side. */
export function HowSure({ confidence }: { confidence: Confidence }) {
  const t = useTranslations("results.confidence");
  const how = useHow();
  const { n, firmer, lessSure } = confidence;
  return (
    <div className="max-w-prose text-ink-soft">
      <p>{t("firmer", { count: n, firmer, lessSure })}</p>
      <How of={t("title")} steps={how.confidence(confidence)} />
    </div>
  );
}
