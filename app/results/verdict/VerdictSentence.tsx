import { useJoined } from "#app/i18n/use-joined.ts";
import { useVerdictWords } from "#app/results/verdict/use-verdict-words.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { SaidFacts } from "#debate/counting/verdict-facts.ts";

type VerdictSentenceProps = {
  facts: SaidFacts;
  as?: "h1" | "h2" | "p";
  size?: "page" | "wall";
  className?: string;
};

const SIZES = {
  page: { headline: "text-3xl", detail: "mt-3 text-xl" },
  wall: { headline: "text-wall-lg", detail: "mt-[0.35em] text-wall-md" },
} as const;

/** The verdict's headline, and under it the line that belongs to it. */
export function VerdictSentence({ facts, as: Tag = "h1", size = "page", className }: VerdictSentenceProps) {
  const { space } = useJoined();
  const { headline, detail } = useVerdictWords()(facts);
  return (
    <Tag className={classNames("font-serif text-balance", className)}>
      <span className={classNames("block font-medium tracking-[-0.012em]", SIZES[size].headline)}>
        {headline}
        {space}
      </span>
      <span className={classNames("block text-ink-soft", SIZES[size].detail)}>{detail}</span>
    </Tag>
  );
}
