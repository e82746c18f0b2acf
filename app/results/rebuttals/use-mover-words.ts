import { useFormatter, useTranslations } from "next-intl";
import type { Movers } from "#debate/counting/credit.ts";
import { type Tally, total } from "#debate/counting/tally.ts";
import { CHOICES } from "#debate/rules/choices.ts";

/** [C1] [C6] What credits claim of the people who gave them, and how these voted: they may have voted the same both times. */
export function useMoverWords(): (movers: Movers) => string {
  const t = useTranslations("results.movers");
  const format = useFormatter();
  return ({ toward, camps, uncamped }) => {
    const votes = (tally: Tally) =>
      CHOICES.filter((vote) => tally[vote] > 0).map((vote) => t(`vote.${vote}`, { count: tally[vote] }));
    const before = votes(camps);
    if (uncamped > 0) before.push(t("uncamped", { count: uncamped }));
    return t("sentence", {
      count: total(toward),
      before: format.list(before),
      after: format.list(votes(toward)),
    });
  };
}
