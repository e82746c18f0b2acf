"use client";
import { useTranslations } from "next-intl";
import { PickedQuotes } from "#app/results/words/PickedQuotes.tsx";
import { useSeat } from "#app/student/join/seat.ts";

/** [V18] What the host picked of the words of voters. */
export function PickedSection() {
  const t = useTranslations("words");
  const { picked } = useSeat().state;
  if (picked.length === 0) return null;
  return (
    <section aria-labelledby="picked-words" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="picked-words" className="eyebrow text-ink-soft">
          {t("title")}
        </h2>
        <p>{t("lead")}</p>
      </div>
      <PickedQuotes picked={picked} />
    </section>
  );
}
