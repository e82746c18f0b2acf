import { useTranslations } from "next-intl";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** [M30] What this student's half did first, why, and what they wrote for it. */
export function ExperimentOnCard({ card: { experiment } }: { card: StudentCard }) {
  const t = useTranslations("card.experiment");
  if (!experiment) return null;
  const { kind, arm, written } = experiment;
  return (
    <CardSection title={t("title")}>
      <p className="text-pretty">{t(`${kind}.${arm}`)}</p>
      {written && (
        <div className="grid gap-2 border-t border-line pt-3 print:pt-2">
          <OwnWords>{written.body}</OwnWords>
          <ChoiceBadge choice={written.side} />
        </div>
      )}
      <p className="text-sm text-ink-soft">{t("why")}</p>
    </CardSection>
  );
}
