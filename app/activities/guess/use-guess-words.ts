import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import type { Guesses } from "#debate/activities/guess/rules.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What the class guessed, in words. */
export function useGuessWords() {
  const t = useTranslations("flow.guess");
  const format = useFormatter();
  const percent = (points: number) => percentage(format, points / 100);
  return {
    question: t("question"),
    against: ({ n, mean, truth }: Guesses) =>
      t("against", { count: n, mean: percent(mean), truth: percent(truth) }),
    /** Beside the true share. */
    alone: ({ n, mean }: Guesses) => t("mean", { count: n, mean: percent(mean) }),
  };
}

/** What the reveal says of it. */
export function useGuessInReveal() {
  const { question, against } = useGuessWords();
  return { at: { guess: question }, afterFlow: ({ guess }: ResultMessage) => guess && against(guess) };
}
