import { useTranslations } from "next-intl";
import { RebuttalLink } from "#app/results/rebuttals/RebuttalLink.tsx";
import { anchorOf } from "#app/results/rebuttals/trail.ts";
import { useMoverWords } from "#app/results/rebuttals/use-mover-words.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Results } from "#debate/counting/results.ts";

type MovedVotesProps = { results: Results; debate: ReadDebate };

/** What people said moved their vote, the most credited first. Renders nothing if there is none or it is hidden. */
export function MovedVotes({ results: { rebuttals, paragraphs }, debate }: MovedVotesProps) {
  const t = useTranslations("results.movers");
  const moverWords = useMoverWords();
  const expertOf = (side: string) =>
    debate.positions.find((position) => position.side === side)?.expert.name ?? "";
  const moved = [
    ...rebuttals.map((rebuttal) => ({
      ...{ anchor: anchorOf.credits(rebuttal.id), credits: rebuttal.credits ?? 0, movers: rebuttal.movers },
      link: <RebuttalLink rebuttal={rebuttal} />,
    })),
    ...paragraphs.map(({ side, n, credits, movers }) => ({
      ...{ anchor: anchorOf.credits({ side, n }), credits: credits ?? 0, movers },
      link: (
        <a
          href={`#${anchorOf.paragraph({ side, n })}`}
          className="flex min-h-touch items-center font-serif soft-underline"
        >
          {t.rich("paragraph", { name: inSentence(expertOf(side)), n })}
        </a>
      ),
    })),
  ]
    .filter(({ credits }) => credits > 0)
    .sort((one, other) => other.credits - one.credits);
  if (moved.length === 0) return null;
  return (
    <ol>
      {moved.map(({ anchor, credits, movers, link }) => (
        <li
          key={anchor}
          id={anchor}
          tabIndex={-1}
          className="results-target grid grid-cols-[3rem_1fr] items-center border-t border-line py-2"
        >
          <span className="font-serif text-3xl tabular-nums">{credits}</span>
          <div className="grid min-w-0">
            {link}
            <p className="text-sm text-ink-soft">
              {movers ? moverWords(movers) : t("votes", { count: credits })}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
