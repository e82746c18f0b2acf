import { useTranslations } from "next-intl";
import { lineOn } from "#app/instructor/compare/forest-axis.ts";
import type { Axis } from "#app/results/verdict/Range.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Interval } from "#debate/counting/movement.ts";
import type { Side } from "#debate/rules/choices.ts";

/** A circle with the side's letter for a section, a diamond for what sums sections up. */
export type Mark = "section" | "everyone" | "mean";

type ForestTrackProps = {
  axis: Axis;
  points: number | null;
  interval: Interval | undefined;
  mark: Mark;
  className?: string;
};

const STROKES = { for: "stroke-for", against: "stroke-against", none: "stroke-ink" } as const;

/** One line of a forest plot. It is a picture: the words beside it say the same. */
export function ForestTrack({ axis, points, interval, mark, className }: ForestTrackProps) {
  const t = useTranslations("compare.forest.letters");
  const side = points === null || points === 0 ? null : points > 0 ? "for" : "against";
  const line = interval && lineOn(axis, interval);
  const stroke = STROKES[(mark === "section" && side) || "none"];
  return (
    <div aria-hidden="true" className={classNames("relative", className)}>
      <svg
        aria-hidden="true"
        className="absolute inset-y-0 left-3 h-full w-[calc(100%-1.5rem)] overflow-visible"
      >
        <AxisLines axis={axis} zero={2} />
        {line && (
          <>
            <line
              x1={`${line.from}%`}
              x2={`${line.to}%`}
              y1="50%"
              y2="50%"
              strokeWidth="3"
              strokeDasharray={mark === "section" && side === "against" ? "7 4" : undefined}
              className={stroke}
            />
            <End x={line.from} leaves={line.leaves.left} toward={-1} stroke={stroke} />
            <End x={line.to} leaves={line.leaves.right} toward={1} stroke={stroke} />
          </>
        )}
        {points !== null && (
          <svg aria-hidden="true" x={`${axis.place(points)}%`} y="50%" className="overflow-visible">
            {mark === "section" ? (
              <SectionMark side={side} letter={side === null ? "" : t(side)} />
            ) : (
              <path
                d="M-11 0 0 -9 11 0 0 9Z"
                strokeWidth="2.5"
                className={classNames("stroke-ink", mark === "everyone" ? "fill-ink" : "fill-paper")}
              />
            )}
          </svg>
        )}
      </svg>
    </div>
  );
}

/** The lines of an axis behind a picture; `zero`: how wide the one at 0 is. */
export function AxisLines({ axis, zero }: { axis: Axis; zero: number }) {
  return axis.ticks.map((tick) => (
    <line
      key={tick}
      x1={`${axis.place(tick)}%`}
      x2={`${axis.place(tick)}%`}
      y1="0"
      y2="100%"
      strokeWidth={tick === 0 ? zero : 1}
      className={tick === 0 ? "stroke-ink" : "stroke-line"}
    />
  ));
}

/** The end of a line, or an arrow where it goes on beyond the picture. */
function End({ x, leaves, toward, stroke }: { x: number; leaves: boolean; toward: 1 | -1; stroke: string }) {
  return (
    <svg aria-hidden="true" x={`${x}%`} y="50%" className="overflow-visible">
      <path
        d={leaves ? `M${-5 * toward} -6 L${3 * toward} 0 L${-5 * toward} 6` : "M0 -6V6"}
        fill="none"
        strokeWidth="3"
        className={stroke}
      />
    </svg>
  );
}

/** For is filled and Against outlined, each with its letter, so that gray paper and every eye tell them apart. */
function SectionMark({ side, letter }: { side: Side | null; letter: string }) {
  return (
    <>
      <circle
        r="10"
        strokeWidth="2.5"
        strokeDasharray={side === null ? "4 2.3" : undefined}
        className={
          side === "for"
            ? "fill-for stroke-for"
            : side === "against"
              ? "fill-paper stroke-against"
              : "fill-paper stroke-undecided"
        }
      />
      <text
        textAnchor="middle"
        dy="0.36em"
        fontSize="13"
        fontWeight="700"
        className={side === "for" ? "fill-on-for" : "fill-against"}
      >
        {letter}
      </text>
    </>
  );
}
