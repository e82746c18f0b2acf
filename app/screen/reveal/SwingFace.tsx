import { useFormatter, useTranslations } from "next-intl";
import { distanceOf, includesZero, wayOf } from "#app/results/directions.ts";
import { signedPoints } from "#app/results/figures.ts";
import { flowTotals } from "#app/results/flow/flow-totals.ts";
import { type Axis, axisFor } from "#app/results/verdict/Range.tsx";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { type Interval, movesIn, swing } from "#debate/counting/movement.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { swingIntervals } from "#debate/counting/statistics.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

/** [M3] [S5] How far each side moved, as a dot with its interval, both on one axis. */
export function SwingFace({ result: { paired } }: { result: ResultMessage }) {
  const t = useTranslations("flow.swing");
  const format = useFormatter();
  if (!paired?.matrix) return null;
  const moves = movesIn(paired.matrix);
  const [points, intervals] = [swing(moves), swingIntervals(moves)];
  if (!points || !intervals || paired.n === 1) return null;
  const axis = axisFor([intervals.for, intervals.against]);
  const totals = flowTotals(paired.matrix);
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[1.6cqi] handheld:gap-4">
      <Kicker>{t("title")}</Kicker>
      <div className="grid content-center gap-[1cqi]">
        {SIDES.map((side) => (
          <div
            key={side}
            className="grid grid-cols-[13cqi_minmax(0,1fr)_24cqi] items-center gap-x-[2cqi] border-t border-line py-[1cqi] handheld:grid-cols-[auto_minmax(0,1fr)] handheld:gap-y-3 handheld:py-4"
          >
            <ChoiceBadge choice={side} className="text-wall-md" />
            <Whisker axis={axis} interval={intervals[side]} point={points[side]} side={side} />
            <p className="text-right">
              <span className="block font-serif text-wall-xl tabular-nums">
                <span className="text-wall-sm">{t("way", { way: wayOf(points[side]) })}</span>{" "}
                {distanceOf(points[side]) > 0 &&
                  format.number(distanceOf(points[side]), { minimumFractionDigits: 1 })}
              </span>
              <span className="block text-wall-sm text-ink-soft">
                {t("fromTo", {
                  ...{ before: totals[side].before, after: totals[side].after },
                  zero: `${includesZero(intervals[side])}`,
                })}
              </span>
            </p>
          </div>
        ))}
        <AxisNumbers axis={axis} />
        <p className="text-wall-sm text-ink-soft text-balance">{t("explained", { count: paired.n })}</p>
      </div>
    </div>
  );
}

type WhiskerProps = { axis: Axis; interval: Interval; point: number; side: Side };

function Whisker({ axis: { place, ticks }, interval: [low, high], point, side }: WhiskerProps) {
  return (
    <div
      aria-hidden="true"
      className="relative h-[5cqi] handheld:order-last handheld:col-span-2 handheld:mx-6 handheld:h-10"
    >
      {ticks.map((tick) => (
        <span
          key={tick}
          className={classNames(
            "absolute inset-y-0 -translate-x-1/2",
            tick === 0 ? "w-[0.25cqi] bg-ink handheld:w-0.5" : "w-px bg-line",
          )}
          style={{ left: `${place(tick)}%` }}
        />
      ))}
      <span
        className={classNames(
          "absolute top-1/2 h-[2.2cqi] -translate-y-1/2 border-x-[0.35cqi] handheld:h-5 handheld:border-x-3",
          side === "for" ? "border-for" : "border-against",
        )}
        style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
      >
        <span
          className={classNames(
            "absolute inset-x-0 top-1/2 -translate-y-1/2 border-t-[0.35cqi] handheld:border-t-3",
            side === "for" ? "border-solid border-for" : "border-dashed border-against",
          )}
        />
      </span>
      <span
        className={classNames(
          "absolute top-1/2 size-[2.4cqi] -translate-1/2 rounded-full handheld:size-5",
          // [F14] Filled by its border: forced colors leave out backgrounds.
          side === "for"
            ? "border-[1.2cqi] border-for handheld:border-10"
            : "border-[0.35cqi] border-against bg-paper handheld:border-3 text-against hatched [--hatch:var(--against)]",
        )}
        style={{ left: `${place(point)}%` }}
      />
    </div>
  );
}

function AxisNumbers({ axis: { ticks, place } }: { axis: Axis }) {
  const format = useFormatter();
  return (
    <div aria-hidden="true" className="mr-[26cqi] ml-[15cqi] handheld:mx-6">
      <div className="relative h-[2.6cqi] handheld:h-6 text-wall-sm text-ink-soft tabular-nums">
        {ticks.map((tick) => (
          <span key={tick} className="absolute -translate-x-1/2" style={{ left: `${place(tick)}%` }}>
            {tick === 0 ? "0" : signedPoints(format, tick, 0)}
          </span>
        ))}
      </div>
    </div>
  );
}
