import { useTranslations } from "next-intl";
import { pointsApart } from "#app/results/figures.ts";
import type { Interval } from "#debate/counting/movement.ts";

/** [V46] A margin in words, "For by 12.3", and its line, "Against 1.7 to For 26.3" or "For 2 to 14.5". */
export function useMargin() {
  const t = useTranslations("compare.margin");
  const valuesOf = (margin: number) => {
    const points = pointsApart(margin);
    return { points, side: points === 0 ? "none" : margin > 0 ? "for" : "against" };
  };
  return {
    lead: (margin: number) => t("lead", valuesOf(margin)),
    line: ([low, high]: Interval) => {
      const [from, to] = [valuesOf(low), valuesOf(high)];
      if (from.side !== to.side) return t("line", { low: t("end", from), high: t("end", to) });
      const [least, most] = [Math.min(from.points, to.points), Math.max(from.points, to.points)];
      return t("within", { side: from.side, least, most });
    },
  };
}
