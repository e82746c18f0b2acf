import { useTranslations } from "next-intl";
import { GuessDots } from "#app/activities/guess/GuessDots.tsx";
import { useGuessWords } from "#app/activities/guess/use-guess-words.ts";
import { ChartFigure } from "#app/results/picture/ChartFigure.tsx";
import type { ChartProps } from "#app/results/picture/chart-props.ts";

/** [M12] What the class guessed, and what it was; null without guesses. */
export function GuessFigure({ page, className }: ChartProps) {
  const title = useTranslations("results.guesses")("lead");
  const { against } = useGuessWords();
  const { guess } = page.results;
  if (!guess) return null;
  const words = against(guess);
  return (
    <ChartFigure
      page={page}
      chart="guess"
      title={title}
      alt={words}
      caption={words}
      {...(className && { className })}
    >
      <GuessDots guess={guess} size="phone" />
    </ChartFigure>
  );
}
