import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { SpokenTable } from "#app/results/reveal/SpokenTable.tsx";
import { GUESS_STEP, type Guesses } from "#debate/activities/guess/rules.ts";

/** How many guessed what, in steps of five percent; steps without a guess are left out. */
export function GuessNumbers({ guess: { counts } }: { guess: Pick<Guesses, "counts"> }) {
  const t = useTranslations("flow.guess");
  const format = useFormatter();
  const range = (bin: number) => {
    const low = (bin * GUESS_STEP) / 100;
    if (low === 1) return percentage(format, 1);
    return t("range", {
      low: percentage(format, low),
      high: percentage(format, low + (GUESS_STEP - 1) / 100),
    });
  };
  return (
    <SpokenTable
      caption={t("table")}
      columns={[t("guess"), t("people")]}
      rows={counts.flatMap((people, bin) => (people > 0 ? [{ name: range(bin), cells: [people] }] : []))}
    />
  );
}
