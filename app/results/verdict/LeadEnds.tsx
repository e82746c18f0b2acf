import { useTranslations } from "next-intl";
import { otherStanding } from "#debate/counting/fragility.ts";
import { movesIn } from "#debate/counting/movement.ts";
import type { Results } from "#debate/counting/results.ts";

type LeadEndsProps = { results: Results; className?: string };

/** [S11] [S14] How many answers would end the lead, and how few would change what the headline claims of it. */
export function LeadEnds({ results: { fragility, margin, paired }, className }: LeadEndsProps) {
  const t = useTranslations("results.margin");
  const verdict = useTranslations("verdict");
  if (fragility === null || !margin) return null;
  if (margin.standing === "few")
    return <p className={className}>{t("fragilityFew", { count: fragility })}</p>;
  const other = paired.matrix && otherStanding(movesIn(paired.matrix));
  const nearer = other && other.people < fragility ? other : { people: 0, claim: "none" };
  return <p className={className}>{verdict("lead", { fragility, ...nearer })}</p>;
}
