import { useFormatter, useTranslations } from "next-intl";
import { useGuessWords } from "#app/activities/guess/use-guess-words.ts";
import { percentage } from "#app/results/figures.ts";
import { How } from "#app/results/how/How.tsx";
import type { Guesses } from "#debate/activities/guess/rules.ts";
import type { Results } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";

/** [M12] What the class guessed against the real share, and for the host what each camp guessed [K9]. */
export function GuessesSection({ results }: { results: Results }) {
  return results.guess && <ClassGuesses guess={results.guess} results={results} />;
}

function ClassGuesses({ guess, results }: { guess: Guesses; results: Results }) {
  const { byCamp } = guess;
  const { against } = useGuessWords();
  const t = useTranslations("results.guesses");
  const format = useFormatter();
  const percent = (points: number) => percentage(format, points / 100);
  const camps = CHOICES.flatMap((camp) => {
    const own = byCamp?.[camp];
    return own ? [{ camp, words: t("camp", { camp, count: own.n, mean: percent(own.mean) }) }] : [];
  });
  return (
    <div className="grid gap-3">
      <p className="font-serif text-2xl text-balance">{against(guess)}</p>
      <How of={t("title")} steps={useWorked(guess, results)} />
      {camps.length > 0 && (
        <ul className="grid gap-1 text-ink-soft">
          {camps.map(({ camp, words }) => (
            <li key={camp}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How it was counted, with the class's own numbers. */
function useWorked({ n, mean, truth }: Guesses, { rounds }: Results): string[] {
  const t = useTranslations("results.how");
  const format = useFormatter();
  const decimal = (value: number) =>
    format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const last = rounds.find(({ round }) => round === "after");
  return [
    t("guess", { n, sum: Math.round(mean * n), mean: decimal(mean) }),
    ...(last && last.for !== null ? [t("truth", { for: last.for, n: last.n, truth: decimal(truth) })] : []),
  ];
}
