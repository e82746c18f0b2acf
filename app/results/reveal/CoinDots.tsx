import { useTranslations } from "next-intl";
import { dotColumns } from "#app/results/reveal/dot-columns.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { CoinClasses } from "#debate/counting/coin-classes.ts";

const FRAMES = {
  phone: { width: 320, height: 190, head: 44, foot: 30, letters: 15, largest: 15, columns: 21 },
  wall: { width: 1600, height: 390, head: 84, foot: 70, letters: 48, largest: 44, columns: 41 },
} as const;

type CoinDotsProps = { classes: CoinClasses; size: keyof typeof FRAMES; className?: string };

/**
 * A hundred classes that tossed coins, as dots by how far they came out toward a side; those at least as uneven as ours are
 * filled, and ours is marked. It is a picture: the sentence beside it says the same.
 */
export function CoinDots({ classes: { steps, ours }, size, className }: CoinDotsProps) {
  const t = useTranslations("flow.chance");
  const frame = FRAMES[size];
  const far = Math.max(1, ...[...steps, ours].map(Math.abs));
  const {
    dots,
    size: dot,
    place,
  } = dotColumns(steps, { low: -far, high: far, step: apart(steps, far) }, frame);
  const x = place(ours);
  const { letters, width, height } = frame;
  // The label stays inside the picture.
  const anchor = x < width * 0.2 ? "start" : x > width * 0.8 ? "end" : "middle";
  const pointer = dot * 0.55 + letters * 0.1;
  const top = Math.min(
    height,
    ...dots.filter((each) => Math.abs(each.x - x) < dot).map(({ y }) => y - dot / 2),
  );
  return (
    <svg
      viewBox={`0 ${-frame.head} ${width} ${frame.head + height + frame.foot}`}
      aria-hidden="true"
      className={classNames("block w-full overflow-visible", className)}
    >
      <line x1="0" x2={width} y1={height} y2={height} className="stroke-ink" strokeWidth={letters / 16} />
      <line
        x1={place(0)}
        x2={place(0)}
        y1={height}
        y2={height + letters * 0.3}
        className="stroke-ink"
        strokeWidth={letters / 16}
      />
      {dots.map(({ x: left, y, value }) => (
        <circle
          key={`${left} ${y}`}
          cx={left}
          cy={y}
          r={dot * 0.4}
          strokeWidth={dot * 0.09}
          className={
            Math.abs(value) >= Math.abs(ours) ? "fill-ink stroke-ink" : "fill-paper stroke-line-strong"
          }
        />
      ))}
      <g className="fill-ink">
        <line
          x1={x}
          x2={x}
          y1={-frame.head + letters * 1.35}
          y2={top - pointer}
          className="stroke-ink"
          strokeWidth={letters / 12}
        />
        <path
          d={`M${x - pointer * 0.8} ${top - pointer * 1.4}h${pointer * 1.6}L${x} ${top - pointer * 0.2}Z`}
        />
        <text x={x} y={-frame.head + letters} textAnchor={anchor} fontSize={letters} fontWeight={650}>
          {t("ours")}
        </text>
      </g>
      <g fontSize={letters * 0.9} className="fill-ink-soft">
        <text x="0" y={height + letters * 1.35}>
          {t("towardAgainst")}
        </text>
        <text x={place(0)} y={height + letters * 1.35} textAnchor="middle">
          {t("level")}
        </text>
        <text x={width} y={height + letters * 1.35} textAnchor="end">
          {t("towardFor")}
        </text>
      </g>
    </svg>
  );
}

/** How far apart the possible sums of steps are: coins that all count two, or an even number of them, leave some out. */
function apart(steps: readonly number[], far: number): number {
  for (const step of [4, 2]) if (steps.every((sum) => Math.abs((sum + far) % step) === 0)) return step;
  return 1;
}
