import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { includesZero, sideOf } from "#app/results/directions.ts";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";
import { wayValues } from "#app/results/flow/flow-totals.ts";
import { ChartFigure } from "#app/results/picture/ChartFigure.tsx";
import type { ChartProps } from "#app/results/picture/chart-props.ts";
import { SwingChart } from "#app/results/picture/SwingChart.tsx";
import { CoinDots } from "#app/results/reveal/CoinDots.tsx";
import { usePoints } from "#app/results/use-points.ts";
import { coinClasses, shownCoin } from "#debate/counting/coin-classes.ts";
import type { Interval } from "#debate/counting/movement.ts";
import type { Side } from "#debate/rules/choices.ts";

/** [V38] In a narrow window a chart has the proportions of phones. The first one is saved as a picture. */
const ON_SHEETS = "hidden md:block print:block";
const ON_PHONES = "mx-auto max-w-md md:hidden print:hidden";

/** Who moved from where to where; [Z8] rounded where the class may not see exact counts. Null without it. */
export function FlowFigure({ page, className, size = "page" }: ChartProps & { size?: "page" | "summary" }) {
  const t = useTranslations("flow");
  const { sentence, sentences } = useJoined();
  const { matrix: exact, rounded, n, from, to } = page.results.paired;
  const matrix = exact ?? rounded;
  if (!matrix || n === 0) return null;
  const title = t("title", { from, to, count: n });
  return (
    <ChartFigure
      page={page}
      chart="flow"
      title={title}
      alt={sentences(sentence(title), t("way", wayValues(matrix)))}
      caption={sentences(t("hint"), !exact && t("rounded.noisy"))}
      {...(className && { className })}
    >
      <FlowDiagram movement={{ from, to, n, matrix }} size={size} className={ON_SHEETS} />
      <FlowDiagram movement={{ from, to, n, matrix }} size="phone" className={ON_PHONES} />
    </ChartFigure>
  );
}

/** Both swings and the lead with their intervals; null where they are not shown. */
export function SwingFigure({ page, className }: ChartProps) {
  const t = useTranslations("report.swing");
  const names = useTranslations("choices");
  const { sentences } = useJoined();
  const { changed, changedRange, toward, towardRange } = usePoints();
  const { swing, interval, margin } = page.results;
  if (!swing || !interval || !margin) return null;
  const isUnsure = (points: number, ends: Interval) => `${sideOf(points) !== "none" && includesZero(ends)}`;
  const saysSide = (side: Side) =>
    t("says", {
      ...{ name: names(`${side}.name`), change: changed(swing[side]), range: changedRange(interval[side]) },
      zero: isUnsure(swing[side], interval[side]),
    });
  return (
    <ChartFigure
      page={page}
      chart="swing"
      title={t("title")}
      alt={sentences(
        saysSide("for"),
        saysSide("against"),
        t("says", {
          ...{ name: t("lead"), change: toward(margin.points), range: towardRange(margin.interval) },
          zero: isUnsure(margin.points, margin.interval),
        }),
      )}
      caption={t("caption")}
      {...(className && { className })}
    >
      <SwingChart results={page.results} size="page" className={ON_SHEETS} />
      <SwingChart results={page.results} size="phone" className={ON_PHONES} />
    </ChartFigure>
  );
}

/** [S10] A hundred coin-tossing classes and ours; null if too few moved or it is not shown. */
export function CoinFigure({ page, className }: ChartProps) {
  const t = useTranslations("flow.chance");
  const steps = useTranslations("steps");
  const { sentences } = useJoined();
  const { matrix } = page.results.paired;
  const classes = matrix && coinClasses(matrix);
  if (!classes || shownCoin(page.results) === null) return null;
  const words = sentences(t("suppose"), t("ofAHundred", { count: classes.asUneven }));
  return (
    <ChartFigure
      page={page}
      chart="chance"
      title={steps("chance.name")}
      alt={words}
      caption={words}
      {...(className && { className })}
    >
      <CoinDots classes={classes} size="phone" />
    </ChartFigure>
  );
}
