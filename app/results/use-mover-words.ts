import { useFormatter, useTranslations } from "next-intl";
import type { Movers } from "#debate/counting/credit.ts";
import { total } from "#debate/counting/tally.ts";
import { CHOICES } from "#debate/rules/choices.ts";

/** [C6] Whom a credit moved, in a sentence: "Moved 4 people: 3 toward For and 1 toward Against. Before, 2 were Against ..." */
export function useMoverWords(): (movers: Movers) => string {
  const t = useTranslations("results.movers");
  const format = useFormatter();
  return ({ toward, camps, uncamped }) => {
    const directions = CHOICES.filter((vote) => toward[vote] > 0).map((vote) =>
      t(`toward.${vote}`, { count: toward[vote] }),
    );
    const before = CHOICES.filter((camp) => camps[camp] > 0).map((camp) =>
      t(`camp.${camp}`, { count: camps[camp] }),
    );
    if (uncamped > 0) before.push(t("uncamped", { count: uncamped }));
    return t("sentence", {
      count: total(toward),
      directions: format.list(directions),
      before: format.list(before),
    });
  };
}
