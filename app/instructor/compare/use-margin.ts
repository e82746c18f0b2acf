import { useTranslations } from "next-intl";
import { distanceOf, distancesOf, sideOf } from "#app/results/directions.ts";
import type { Interval } from "#debate/counting/movement.ts";

/** [V46] A margin in words, "For by 12.3", and its line, "Against 1.7 to For 26.3" or "For 2 to 14.5". */
export function useMargin() {
  const t = useTranslations("compare.margin");
  const valuesOf = (margin: number) => ({ points: distanceOf(margin), side: sideOf(margin) });
  return {
    lead: (margin: number) => t("lead", valuesOf(margin)),
    line: ([low, high]: Interval) => {
      const side = sideOf(low);
      if (side !== sideOf(high))
        return t("line", { low: t("end", valuesOf(low)), high: t("end", valuesOf(high)) });
      const { low: least, high: most } = distancesOf([low, high]);
      return t("within", { side, least, most });
    },
  };
}
