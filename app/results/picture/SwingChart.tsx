import { useFormatter, useTranslations } from "next-intl";
import { distanceOf, sideOf } from "#app/results/directions.ts";
import { signedPoints } from "#app/results/figures.ts";
import { axisFor } from "#app/results/verdict/Range.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Interval } from "#debate/counting/movement.ts";
import type { Results } from "#debate/counting/results.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

const FRAMES = {
  phone: { width: 336, left: 80, right: 66, row: 46, foot: 26, numbers: 6 },
  page: { width: 720, left: 112, right: 92, row: 46, foot: 26, numbers: 8 },
} as const;

type Row = { key: Side | "lead"; name: string; points: number; interval: Interval };

type SwingChartProps = { results: Results; size: keyof typeof FRAMES; className?: string };

/** Both swings and the lead as dots with their intervals, on one axis. It is a picture: the table beside it says the same. */
export function SwingChart({ results: { swing, interval, margin }, size, className }: SwingChartProps) {
  const t = useTranslations("report.swing");
  const names = useTranslations("choices");
  const format = useFormatter();
  if (!swing || !interval || !margin) return null;
  const rows: Row[] = [
    ...SIDES.map((side) => ({
      key: side,
      name: names(`${side}.name`),
      points: swing[side],
      interval: interval[side],
    })),
    { key: "lead", name: t("lead"), points: margin.points, interval: margin.interval },
  ];
  const { width, left, right, row, foot, numbers } = FRAMES[size];
  const axis = axisFor(rows.map((each) => each.interval));
  // Where they would touch, every other line has its number, zero always.
  const apart = axis.ticks.length > numbers ? 2 : 1;
  const zero = axis.ticks.indexOf(0);
  const x = (points: number) => left + (axis.place(points) / 100) * (width - left - right);
  const height = row * rows.length;
  return (
    <svg
      viewBox={`0 0 ${width} ${height + foot}`}
      aria-hidden="true"
      className={classNames("block w-full overflow-visible", className)}
    >
      {axis.ticks.map((tick, place) => (
        <g key={tick}>
          <line
            x1={x(tick)}
            x2={x(tick)}
            y1="4"
            y2={height}
            className={tick === 0 ? "stroke-ink" : "stroke-line"}
            strokeWidth={tick === 0 ? 2 : 1}
          />
          <text
            x={x(tick)}
            y={height + 18}
            textAnchor="middle"
            fontSize="13"
            className="fill-ink-soft tabular-nums"
          >
            {tick === 0 ? "0" : (place - zero) % apart === 0 && signedPoints(format, tick, 0)}
          </text>
        </g>
      ))}
      {rows.map(({ key, name, points, interval: [low, high] }, place) => {
        const y = row * (place + 0.5);
        const stroke = key === "for" ? "stroke-for" : key === "against" ? "stroke-against" : "stroke-ink";
        return (
          <g key={key}>
            {place > 0 && (
              <line
                x1="0"
                x2={width}
                y1={row * place}
                y2={row * place}
                className="stroke-line"
                strokeWidth="1"
              />
            )}
            <text x="0" y={y + 6} fontSize="17" fontWeight="650" className="fill-ink">
              {name}
            </text>
            <path
              d={`M${x(low)} ${y - 8}v16m${x(high) - x(low)} 0v-16`}
              fill="none"
              strokeWidth="3"
              className={stroke}
            />
            <path
              d={`M${x(low)} ${y}H${x(high)}`}
              strokeWidth="3"
              strokeDasharray={key === "against" ? "7 4" : undefined}
              className={stroke}
            />
            <Point shape={key} x={x(points)} y={y} />
            <text
              x={width}
              y={y + 6}
              textAnchor="end"
              fontSize="18"
              fontWeight="650"
              className="fill-ink tabular-nums"
            >
              {key === "lead" ? format.number(distanceOf(points)) : signedPoints(format, points)}
            </text>
            {key === "lead" && sideOf(points) !== "none" && (
              <text x={width} y={y + 21} textAnchor="end" fontSize="13" className="fill-ink-soft">
                {names(points > 0 ? "for.name" : "against.name")}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** For solid, Against a hatched ring, the lead a diamond: told apart in gray, too. */
function Point({ shape, x, y }: { shape: Row["key"]; x: number; y: number }) {
  if (shape === "for") return <circle cx={x} cy={y} r="9" className="fill-for" />;
  if (shape === "lead") return <path d={`M${x} ${y - 11}l11 11l-11 11l-11 -11Z`} className="fill-ink" />;
  return (
    <g className="stroke-against">
      <circle cx={x} cy={y} r="8" className="fill-paper" strokeWidth="3" />
      <path d={`M${x - 5} ${y + 4}l9 -9M${x - 2} ${y + 6}l8 -8`} strokeWidth="2" />
    </g>
  );
}
