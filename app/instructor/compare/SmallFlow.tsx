import { useTranslations } from "next-intl";
import { useId } from "react";
import { SectionLabel } from "#app/instructor/compare/SectionLabel.tsx";
import { FlowPatterns, patternUrl } from "#app/results/flow/FlowPatterns.tsx";
import { type FlowFrame, flowGeometry, type Segment } from "#app/results/flow/flow-geometry.ts";
import { wayValues } from "#app/results/flow/flow-totals.ts";
import type { ComparedSection } from "#debate/counting/sections.ts";

const FRAME = {
  width: 240,
  height: 120,
  barWidth: 14,
  gap: 4,
  // For a letter and three digits, also in Japanese.
  margin: 54,
  labelHeight: 20,
  head: 0,
} as const satisfies FlowFrame;

/** `isSmallOnPaper`: its letters are printed larger, so that they can be read. */
type SmallFlowProps = { section: ComparedSection; isSmallOnPaper: boolean };

/** One of several flows side by side: bars and streams with letters and counts, and a sentence for those who hear the page. */
export function SmallFlow({ section, isSmallOnPaper }: SmallFlowProps) {
  const flow = useTranslations("flow");
  const { n, paired } = section;
  return (
    <li className="grid content-start gap-2 break-inside-avoid print:gap-0.5">
      <SectionLabel section={section} />
      {n > 0 && (
        <>
          <Streams section={section} isSmallOnPaper={isSmallOnPaper} />
          <p className="sr-only">{flow("way", wayValues(paired.matrix))}</p>
        </>
      )}
    </li>
  );
}

function Streams({ section: { paired }, isSmallOnPaper }: SmallFlowProps) {
  const patterns = useId();
  const frame = isSmallOnPaper ? { ...FRAME, margin: 66 } : FRAME;
  const { first, later, streams, rightX } = flowGeometry(paired.matrix, frame);
  const letters = isSmallOnPaper ? "fill-ink print:text-[19px]" : "fill-ink";
  const ordered = [...streams].sort((one, other) => Number(one.moved) - Number(other.moved));
  return (
    <svg
      viewBox={`0 -2 ${FRAME.width} ${FRAME.height + 4}`}
      aria-hidden="true"
      className="block w-full max-w-64 overflow-visible"
    >
      <FlowPatterns id={patterns} scale={0.7} />
      {ordered.map(({ from, to, moved, path }) => (
        <path
          key={`${from}-${to}`}
          d={path}
          fill={patternUrl(patterns, to, moved ? "moved" : "stayed")}
          className={moved && to === "undecided" ? "stroke-undecided" : "stroke-paper"}
          strokeWidth="1"
        />
      ))}
      <Bar
        segments={first}
        x={frame.margin}
        labelX={frame.margin - 6}
        anchor="end"
        patterns={patterns}
        letters={letters}
      />
      <Bar
        segments={later}
        x={rightX}
        labelX={rightX + FRAME.barWidth + 6}
        anchor="start"
        patterns={patterns}
        letters={letters}
      />
    </svg>
  );
}

type BarProps = {
  segments: readonly Segment[];
  x: number;
  labelX: number;
  anchor: "start" | "end";
  patterns: string;
  /** The look of its letters. */
  letters: string;
};

const EDGES = { for: "stroke-for", against: "stroke-against", undecided: "stroke-undecided" } as const;

function Bar({ segments, x, labelX, anchor, patterns, letters }: BarProps) {
  const t = useTranslations("compare.forest.letters");
  return segments.map(({ choice, people, y, height, labelY }) => (
    <g key={choice}>
      <rect
        x={x}
        y={y}
        width={FRAME.barWidth}
        height={height}
        fill={patternUrl(patterns, choice, "bar")}
        strokeWidth="1.5"
        className={EDGES[choice]}
      />
      <text x={labelX} y={labelY} dy="0.35em" textAnchor={anchor} fontSize="15" className={letters}>
        <tspan fontWeight="700">{t(choice)}</tspan> <tspan className="tabular-nums">{people}</tspan>
      </text>
    </g>
  ));
}
