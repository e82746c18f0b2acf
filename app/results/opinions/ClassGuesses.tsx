import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import type { Guesses } from "#debate/counting/opinions.ts";
import type { Results } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";

/** [M12] What the class guessed against the real share, and for the host what each camp guessed [K9]. */
export function ClassGuesses({ guess, results }: { guess: Guesses; results: Results }) {
  const { n, mean, truth, byCamp } = guess;
  const how = useHow();
  const t = useTranslations("results.guesses");
  const tFlow = useTranslations("flow.guess");
  const format = useFormatter();
  const percent = (points: number) => percentage(format, points / 100);
  const camps = CHOICES.flatMap((camp) => {
    const own = byCamp?.[camp];
    return own ? [{ camp, words: t("camp", { camp, count: own.n, mean: percent(own.mean) }) }] : [];
  });
  return (
    <div className="grid gap-3">
      <p className="font-serif text-2xl text-balance">
        {tFlow("against", { count: n, mean: percent(mean), truth: percent(truth) })}
      </p>
      <How of={t("title")} steps={how.guess(guess, results)} />
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
