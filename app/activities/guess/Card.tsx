import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** [V16] What the student guessed, and what it was. */
export function GuessOnCard({ card: { guess } }: { card: StudentCard }) {
  const t = useTranslations("card.guess");
  const format = useFormatter();
  const percent = (whole: number) => percentage(format, whole / 100);
  if (!guess) return null;
  const { share, truth } = guess;
  return (
    <CardSection title={t("title")}>
      <p>
        {truth === undefined
          ? t("alone", { share: percent(share) })
          : t("against", { share: percent(share), truth: percent(truth) })}
      </p>
    </CardSection>
  );
}
