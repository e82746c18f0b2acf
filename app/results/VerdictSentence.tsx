import { classNames } from "#app/shared/class-names.ts";
import type { Verdict } from "#debate/counting/verdict.ts";

type VerdictSentenceProps = {
  verdict: Pick<Verdict, "headline" | "sentence">;
  as?: "h1" | "h2" | "p";
  size?: "page" | "wall";
  className?: string;
};

const SIZES = {
  page: { headline: "text-3xl", detail: "mt-3 text-xl" },
  wall: { headline: "text-wall-lg", detail: "mt-[0.35em] text-wall-md" },
} as const;

/** The verdict's headline, and under it the rest of its sentence. */
export function VerdictSentence({
  verdict: { headline, sentence },
  as: Tag = "h1",
  size = "page",
  className,
}: VerdictSentenceProps) {
  return (
    <Tag className={classNames("font-serif text-balance", className)}>
      <span className={classNames("block font-medium tracking-[-0.012em]", SIZES[size].headline)}>
        {headline}{" "}
      </span>
      <span className={classNames("block text-ink-soft", SIZES[size].detail)}>
        {sentence.slice(headline.length + 1)}
      </span>
    </Tag>
  );
}
