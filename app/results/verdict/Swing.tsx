import { useTranslations } from "next-intl";
import { includesZero } from "#app/results/directions.ts";
import { flowTotals } from "#app/results/flow/flow-totals.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { usePoints } from "#app/results/use-points.ts";
import { axisFor, Range, Ticks } from "#app/results/verdict/Range.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Results } from "#debate/counting/results.ts";
import { SIDES } from "#debate/rules/choices.ts";

type SwingProps = { results: Results };

/** Each side's swing as a dot with its 95 % interval as a whisker, on one axis. */
export function Swing({ results: { swing, interval, paired } }: SwingProps) {
  const t = useTranslations("results.swing");
  const names = useTranslations("choices");
  const { changed, changedRange } = usePoints();
  const how = useHow();
  if (!swing || !interval || !paired.matrix) return null;
  const { matrix } = paired;
  const axis = axisFor([interval.for, interval.against]);
  const totals = flowTotals(matrix);
  return (
    <div className="grid gap-1">
      {SIDES.map((side) => {
        const change = changed(swing[side]);
        return (
          <div
            key={side}
            className="grid break-inside-avoid grid-cols-[1fr_auto] items-center gap-x-4 border-t border-line py-4 first:border-t-0 md:grid-cols-[8rem_1fr_11rem]"
          >
            <ChoiceBadge choice={side} className="text-lg" />
            <p className="text-right md:col-start-3 md:row-span-2 md:row-start-1">
              <span className="block font-serif text-xl tabular-nums">{change}</span>
              <span className="block text-sm text-ink-soft tabular-nums">
                {t("interval", {
                  zero: `${includesZero(interval[side])}`,
                  range: changedRange(interval[side]),
                })}
              </span>
            </p>
            <Range
              axis={axis}
              range={interval[side]}
              point={swing[side]}
              choice={side}
              className="col-span-2 mt-3 md:col-span-1 md:mt-0"
            />
            <p className="col-span-2 mt-1 text-sm text-ink-soft md:col-span-1 md:col-start-2">
              {t("fromTo", { before: totals[side].before, after: totals[side].after, count: paired.n })}
            </p>
            <How
              of={t("of", { side: names(`${side}.name`), change })}
              steps={how.swing(matrix, side)}
              className="col-span-2 md:col-span-1 md:col-start-2"
            />
          </div>
        );
      })}
      <Ticks axis={axis} className="md:mr-[12rem] md:ml-36" />
      <p className="mt-2 text-sm text-ink-soft md:pl-36">
        {t("undecided", { change: changed(swing.undecided) })}
      </p>
    </div>
  );
}
