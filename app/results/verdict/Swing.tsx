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
    <div className="grid grid-cols-1 gap-1">
      {SIDES.map((side) => {
        const change = changed(swing[side]);
        return (
          <div
            key={side}
            className="flex break-inside-avoid flex-wrap items-center gap-x-4 border-t border-line py-4 first:border-t-0 md:grid md:grid-cols-[8rem_1fr_11rem]"
          >
            <ChoiceBadge choice={side} className="text-lg" />
            <p className="min-w-0 flex-1 basis-40 text-right md:col-start-3 md:row-span-2 md:row-start-1">
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
              className="mt-3 w-full md:mt-0"
            />
            <p className="mt-1 w-full text-sm text-ink-soft md:col-start-2">
              {t("fromTo", { before: totals[side].before, after: totals[side].after, count: paired.n })}
            </p>
            <How
              of={t("of", { side: names(`${side}.name`), change })}
              steps={how.swing(matrix, side)}
              className="w-full md:col-start-2"
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
