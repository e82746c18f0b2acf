import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { FlowPatterns, patternUrl } from "#app/results/flow/FlowPatterns.tsx";
import { type FlowFrame, flowGeometry, type Segment, type Stream } from "#app/results/flow/flow-geometry.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { Movement } from "#debate/counting/movement.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";

const FRAMES = {
  phone: { width: 358, height: 380, barWidth: 20, gap: 8, margin: 84, labelHeight: 42, head: 26 },
  page: { width: 1080, height: 440, barWidth: 34, gap: 12, margin: 128, labelHeight: 52, head: 34 },
  summary: { width: 600, height: 234, barWidth: 26, gap: 9, margin: 112, labelHeight: 44, head: 28 },
  strip: { width: 1600, height: 200, barWidth: 44, gap: 12, margin: 420, labelHeight: 58, head: 0 },
  wall: { width: 1600, height: 560, barWidth: 60, gap: 16, margin: 290, labelHeight: 104, head: 80 },
} as const satisfies Record<string, FlowFrame>;

const LETTERS = {
  phone: { name: 14.5, count: 14, apart: 18, round: 14 },
  // On paper these are 8 points or more.
  page: { name: 19, count: 17.5, apart: 23, round: 17.5 },
  summary: { name: 17, count: 16, apart: 20, round: 16 },
  strip: { name: 44, count: 44, apart: 0, round: 40 },
  wall: { name: 46, count: 40, apart: 48, round: 44 },
} as const;

export type FlowSize = keyof typeof FRAMES;
export type Move = { from: Choice; to: Choice };

type FlowDiagramProps = {
  movement: Movement;
  size: FlowSize;
  /** One stream to bring out; the others step back. */
  active?: Move | null;
  onActive?: (move: Move | null) => void;
  /** Draws the streams from left to right; `waiting` shows the first bar only. */
  stage?: "still" | "waiting" | "flowing";
  className?: string;
};

/**
 * Two stacked bars and the streams between them. Who stayed is pale, who moved is strong and has the pattern
 * of the side that they came to. It is a picture: the table beside it says the same.
 */
export function FlowDiagram({
  movement,
  size,
  active,
  onActive,
  stage = "still",
  className,
}: FlowDiagramProps) {
  const frame = FRAMES[size];
  const patterns = useId();
  const isLarge = size === "wall" || size === "strip";
  const { first, later, streams, rightX } = flowGeometry(movement.matrix, frame);
  const ordered = [...streams].sort(
    (one, other) => Number(one.moved) - Number(other.moved) || other.people - one.people,
  );
  return (
    <svg
      viewBox={`0 ${-frame.head} ${frame.width} ${frame.head + frame.height + 2}`}
      aria-hidden="true"
      preserveAspectRatio={size === "wall" ? "xMinYMid" : undefined}
      className={classNames("block w-full overflow-visible", className)}
    >
      <FlowPatterns id={patterns} scale={isLarge ? 2 : 1} />
      <g className={classNames(stage === "waiting" && "opacity-0", stage === "flowing" && "flow-streams")}>
        {ordered.map((stream) => (
          <StreamRibbon
            key={`${stream.from}-${stream.to}`}
            stream={stream}
            patterns={patterns}
            outline={size === "wall" ? 3.5 : 1.75}
            standing={active == null ? "even" : isSame(active, stream) ? "out" : "back"}
            onActive={onActive}
          />
        ))}
      </g>
      <Bar
        segments={first}
        round={movement.from}
        x={frame.margin}
        size={size}
        patterns={patterns}
        side="left"
      />
      <g className={classNames(stage === "waiting" && "opacity-0", stage === "flowing" && "flow-later")}>
        <Bar segments={later} round={movement.to} x={rightX} size={size} patterns={patterns} side="right" />
      </g>
    </svg>
  );
}

function isSame(one: Move, other: Move): boolean {
  return one.from === other.from && one.to === other.to;
}

type StreamRibbonProps = {
  stream: Stream;
  patterns: string;
  /** How broad the outline is that marks a way to undecided. */
  outline: number;
  /** Whether one is brought out, and whether it is this one. */
  standing: "even" | "out" | "back";
  onActive: ((move: Move | null) => void) | undefined;
};

function StreamRibbon({ stream, patterns, outline, standing, onActive }: StreamRibbonProps) {
  const { from, to, moved, path } = stream;
  const isOutlined = moved && to === "undecided";
  const listeners = onActive && {
    onPointerEnter: () => onActive({ from, to }),
    onPointerLeave: () => onActive(null),
    onClick: () => onActive({ from, to }),
  };
  return (
    <path
      d={path}
      fill={patternUrl(patterns, to, moved ? "moved" : "stayed")}
      data-stream={`${from}-${to}`}
      className={classNames(
        "stroke-paper transition-opacity duration-150",
        isOutlined && "stroke-undecided!",
        standing === "back" && "opacity-20",
        standing === "out" && "stroke-ink!",
      )}
      strokeWidth={standing === "out" ? 2.5 : isOutlined ? outline : 1.25}
      {...listeners}
    />
  );
}

type BarProps = {
  segments: readonly Segment[];
  round: Round;
  x: number;
  size: FlowSize;
  patterns: string;
  side: "left" | "right";
};

function Bar({ segments, round, x, size, patterns, side }: BarProps) {
  const t = useTranslations("choices");
  const rounds = useTranslations("flow");
  const format = useFormatter();
  const n = segments.reduce((sum, { people }) => sum + people, 0);
  const { barWidth, head, width, height } = FRAMES[size];
  const letters = LETTERS[size];
  const space = barWidth * 0.35;
  const labelX = side === "left" ? x - space : x + barWidth + space;
  const anchor = side === "left" ? "end" : "start";
  const parts = segments.map(({ choice, people, y, height, labelY }) => (
    <g key={choice}>
      <rect
        x={x}
        y={y}
        width={barWidth}
        height={height}
        fill={patternUrl(patterns, choice, "bar")}
        className={
          choice === "undecided" ? "stroke-undecided" : choice === "against" ? "stroke-against" : "stroke-for"
        }
        strokeWidth={size === "wall" || size === "strip" ? 4 : 2}
      />
      <text x={labelX} y={labelY} textAnchor={anchor} className="fill-ink">
        {letters.apart === 0 ? (
          <tspan dy="0.35em" fontSize={letters.name}>
            {t(`${choice}.name`)} <tspan fontWeight={650}>{people}</tspan>
          </tspan>
        ) : (
          <>
            <tspan x={labelX} dy="-0.2em" fontSize={letters.name} fontWeight={650}>
              {t(`${choice}.name`)}
            </tspan>
            <tspan x={labelX} dy={letters.apart} fontSize={letters.count} className="tabular-nums">
              {people} · {format.number(people / n, { style: "percent" })}
            </tspan>
          </>
        )}
      </text>
    </g>
  ));
  return (
    <>
      <text
        x={head === 0 ? (side === "left" ? 0 : width) : side === "left" ? x + barWidth : x}
        // Without room above the bar its round stands beside it.
        y={head === 0 ? height / 2 + letters.round * 0.35 : -head + letters.round}
        textAnchor={head === 0 ? (side === "left" ? "start" : "end") : anchor}
        fontSize={letters.round}
        fontWeight={650}
        className="fill-ink-soft"
      >
        {rounds("round", { round })}
      </text>
      {parts}
    </>
  );
}
