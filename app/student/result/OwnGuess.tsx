"use client";
import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { GuessDots } from "#app/results/reveal/GuessDots.tsx";
import { GuessNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Guesses } from "#debate/counting/opinions.ts";

/** [M12] My guess, those of the room, and what it was. */
export function OwnGuess({ guess, isFlowing }: { guess: Guesses | undefined; isFlowing: boolean }) {
  const t = useTranslations("student.guess");
  const tFlow = useTranslations("flow.guess");
  const format = useFormatter();
  const words = useStepWords();
  const { you } = useSeat();
  if (!guess) return null;
  return (
    <section aria-labelledby="guesses" className={classNames("grid gap-3", isFlowing && "appear-after-flow")}>
      <h2 id="guesses" className="eyebrow text-ink-soft">
        {tFlow("title")}
      </h2>
      <p>
        {you.guess !== undefined && (
          <span className="block font-serif text-2xl">
            {t("result", { share: percentage(format, you.guess / 100) })}
          </span>
        )}
        {words.guess(guess)}
      </p>
      <GuessDots guess={guess} size="phone" own={you.guess} className="max-w-md" />
      <GuessNumbers guess={guess} />
    </section>
  );
}
