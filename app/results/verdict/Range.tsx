import { useFormatter } from "next-intl";
import { signedPoints } from "#app/results/figures.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { Interval } from "#debate/counting/movement.ts";
import type { Side } from "#debate/rules/choices.ts";

export type Axis = { low: number; high: number; ticks: number[]; place: (points: number) => number };

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100];

/** An axis in points over all ranges and zero, with about five ticks; `place` gives percent of its width. */
export function axisFor(ranges: readonly Interval[]): Axis {
  const least = Math.min(0, ...ranges.map(([low]) => low));
  const most = Math.max(0, ...ranges.map(([, high]) => high));
  const step = STEPS.find((size) => (most - least) / size <= 6) ?? 100;
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, place) => low + place * step);
  return { low, high, ticks, place: (points) => (100 * (points - low)) / (high - low) };
}

type RangeProps = { axis: Axis; range: Interval; point?: number; choice: Side; className?: string };

/** One whisker, with a dot where there is a best estimate. The words beside it say the same. */
export function Range({ axis, range: [low, high], point, choice, className }: RangeProps) {
  const { place, ticks } = axis;
  return (
    <div aria-hidden="true" className={classNames("relative h-10", className)}>
      {ticks.map((tick) => (
        <span
          key={tick}
          className={classNames(
            // Borders are printed, backgrounds are not.
            "absolute inset-y-0 -translate-x-1/2",
            tick === 0 ? "border-l-2 border-ink" : "border-l border-line",
          )}
          style={{ left: `${place(tick)}%` }}
        />
      ))}
      <span
        className={classNames(
          "absolute top-1/2 h-4 -translate-y-1/2 border-x-[3px]",
          choice === "for" ? "border-for" : "border-against",
        )}
        style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
      >
        <span
          className={classNames(
            "absolute inset-x-0 top-1/2 -translate-y-1/2 border-t-[3px]",
            choice === "for" ? "border-solid border-for" : "border-dashed border-against",
          )}
        />
      </span>
      {point !== undefined && (
        <span
          className={classNames(
            "absolute top-1/2 size-5 -translate-1/2 rounded-full",
            choice === "for"
              ? "border-[10px] border-for"
              : "border-[3px] border-against bg-paper text-against hatched [--hatch:var(--against)]",
          )}
          style={{ left: `${place(point)}%` }}
        />
      )}
    </div>
  );
}

type TicksProps = { axis: Axis; isUnsigned?: boolean; className?: string };

/** The numbers under an axis; [S18] `isUnsigned` where words say the direction. On a phone they stay inside its ends, so that none hangs over the edge. */
export function Ticks({ axis, isUnsigned = false, className }: TicksProps) {
  const format = useFormatter();
  const last = axis.ticks.length - 1;
  /** Beside the numbers that stay inside the ends there is no room for others on a phone. */
  const isCrowded = (tick: number, place: number) =>
    last > 5 && (place === 1 || place === last - 1) && tick !== 0;
  return (
    <div
      aria-hidden="true"
      className={classNames("relative h-5 text-xs text-ink-soft tabular-nums", className)}
    >
      {axis.ticks.map((tick, place) => (
        <span
          key={tick}
          className={classNames(
            "absolute whitespace-nowrap",
            place === 0 ? "md:-translate-x-1/2" : "-translate-x-1/2",
            place === last && "-translate-x-full! md:-translate-x-1/2!",
            isCrowded(tick, place) && "max-md:hidden",
          )}
          style={{ left: `${axis.place(tick)}%` }}
        >
          {isUnsigned ? format.number(Math.abs(tick)) : tick === 0 ? "0" : signedPoints(format, tick, 0)}
        </span>
      ))}
    </div>
  );
}
