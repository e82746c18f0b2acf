import { useTranslations } from "next-intl";
import { WallPick } from "#app/results/wall-pick.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { PickedWords } from "#debate/counting/words.ts";

type PickedQuotesProps = { picked: readonly PickedWords[]; className?: string };

/** [V18] Words of voters that the host picked, without whose they are. */
export function PickedQuotes({ picked, className }: PickedQuotesProps) {
  if (picked.length === 0) return null;
  return (
    <ul className={className}>
      {picked.map((words) => (
        <li key={words.id} className="mb-4 break-inside-avoid">
          <PickedQuote words={words} />
        </li>
      ))}
    </ul>
  );
}

function PickedQuote({ words }: { words: PickedWords }) {
  const t = useTranslations("words");
  const rounds = useTranslations("phases.rounds");
  const sides = useTranslations("choices");
  const { id, kind, text, round, choice, paragraph, rebuttalId } = words;
  return (
    <figure className="grid gap-3 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5">
      <Written as="blockquote" className="font-serif text-lg whitespace-pre-line wrap-anywhere">
        {text}
      </Written>
      <figcaption className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-ink-soft">
        {choice && <ChoiceBadge choice={choice} />}
        <span>{t("from", { kind: t(`kinds.${kind}`), round: rounds(round) })}</span>
        {paragraph && (
          <span>{t("aboutParagraph", { n: paragraph.n, side: sides(`${paragraph.side}.name`) })}</span>
        )}
        {rebuttalId && <span>{t("aboutRebuttal")}</span>}
      </figcaption>
      <WallPick what={{ reason: id }} words={text} />
    </figure>
  );
}
