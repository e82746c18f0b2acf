"use client";
import { useFormatter, useTranslations } from "next-intl";
import { GuessDots } from "#app/activities/guess/GuessDots.tsx";
import { GuessNumbers } from "#app/activities/guess/GuessNumbers.tsx";
import { useGuessWords } from "#app/activities/guess/use-guess-words.ts";
import { percentage } from "#app/results/figures.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** [M12] My guess, those of the room, and what it was. */
export function OwnGuess({ result: { guess }, isFlowing }: { result: ResultMessage; isFlowing: boolean }) {
  const t = useTranslations("student.guess");
  const tFlow = useTranslations("flow.guess");
  const format = useFormatter();
  const { against } = useGuessWords();
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
        {against(guess)}
      </p>
      <GuessDots guess={guess} size="phone" own={you.guess} className="max-w-md" />
      <GuessNumbers guess={guess} />
    </section>
  );
}
