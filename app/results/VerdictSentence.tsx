import { classNames } from "#app/shared/class-names.ts";

type VerdictSentenceProps = {
  sentence: string;
  as?: "h1" | "h2" | "p";
  size?: "page" | "wall";
  className?: string;
};

const SIZES = {
  page: { claim: "text-3xl", evidence: "mt-3 text-xl" },
  wall: { claim: "text-wall-lg", evidence: "mt-[0.35em] text-wall-md" },
} as const;

/** The one honest sentence: its claim set as a headline, the rest of it as what stands under a headline. */
export function VerdictSentence({
  sentence,
  as: Tag = "h1",
  size = "page",
  className,
}: VerdictSentenceProps) {
  const set = sentence.replace(/-(?=\d)/gu, "\u2212").replaceAll("'", "\u2019");
  const [, claim = set, stop = "", evidence = ""] = /^(.+?)([;:]) (.+)$/u.exec(set) ?? [];
  return (
    <Tag className={classNames("font-serif text-balance", className)}>
      <span className={classNames("block font-medium tracking-[-0.012em]", SIZES[size].claim)}>
        {claim}
        {/* The new line says what a semicolon says; who hears or copies the sentence gets it whole. */}
        <span className={stop === ";" ? "sr-only" : ""}>{stop} </span>
      </span>
      {evidence && (
        <span className={classNames("block text-ink-soft", SIZES[size].evidence)}>{evidence}</span>
      )}
    </Tag>
  );
}
