import { useTranslations } from "next-intl";
import type { ResultsSection } from "#app/results/sections/Sections.tsx";
import { PickedQuotes } from "#app/results/words/PickedQuotes.tsx";
import { WordsPanel } from "#app/results/words/WordsPanel.tsx";
import type { Results } from "#debate/counting/results.ts";

/** [V18] What voters wrote: for the host all of it, for the class what the host picked, and how many gave reasons. */
export function useWordsSection(results: Results, isHost: boolean): ResultsSection | null {
  const t = useTranslations(isHost ? "wordsPanel" : "words");
  const { picked } = results;
  const given = results.reasons?.filter(({ n }) => n > 0) ?? [];
  if (isHost)
    return {
      id: "words",
      title: t("title"),
      lead: t("lead"),
      // On paper is what the class may read.
      content: (
        <>
          <WordsPanel results={results} />
          <PickedQuotes picked={picked} className="hidden print:block" />
        </>
      ),
    };
  if (given.length + picked.length === 0) return null;
  return {
    id: "words",
    title: t("title"),
    lead: picked.length > 0 ? t("lead") : undefined,
    content: (
      <>
        <Given given={given} />
        <PickedQuotes picked={picked} className="gap-4 lg:columns-2" />
      </>
    ),
  };
}

function Given({ given }: { given: NonNullable<Results["reasons"]> }) {
  const t = useTranslations("words");
  const rounds = useTranslations("phases.rounds");
  if (given.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
      {given.map(({ round, n }) => (
        <li key={round}>{t("given", { round: rounds(round), count: n })}</li>
      ))}
    </ul>
  );
}
