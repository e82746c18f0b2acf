import { useId } from "react";
import { classNames } from "#app/shared/class-names.ts";
import type { Choice } from "#debate/rules/choices.ts";

/** The whole of a box in the pattern of a choice. Drawn, since printers leave out backgrounds. */
function Fill({ choice }: { choice: Choice }) {
  const hatch = useId();
  return (
    <svg aria-hidden="true" className="block size-full">
      {choice === "against" && (
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" className="fill-against" />
          <rect width="2" height="8" className="fill-surface" />
        </pattern>
      )}
      <rect
        width="100%"
        height="100%"
        fill={choice === "against" ? `url(#${hatch})` : "none"}
        className={
          choice === "for" ? "fill-for" : choice === "against" ? "stroke-against" : "stroke-undecided"
        }
        // Half of it is cut off at the edge.
        strokeWidth={choice === "undecided" ? 4 : 2}
      />
    </svg>
  );
}

type ShareBarProps = { share: number; choice: Choice; className?: string };

/** A share 0..1 of the whole width, in the pattern of a choice. The number stands beside it. */
export function ShareBar({ share, choice, className }: ShareBarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "block h-3 overflow-hidden rounded-full bg-line/60 print:border print:border-line-strong",
        className,
      )}
    >
      <span className="block h-full" style={{ width: `${100 * share}%` }}>
        <Fill choice={choice} />
      </span>
    </span>
  );
}

type StackedBarProps = { tally: Record<Choice, number>; className?: string };

const ORDER = ["for", "against", "undecided"] as const;

/** A whole tally as one bar, For first. */
export function StackedBar({ tally, className }: StackedBarProps) {
  return (
    <span aria-hidden="true" className={classNames("flex h-6 gap-[3px] overflow-hidden", className)}>
      {ORDER.filter((choice) => tally[choice] > 0).map((choice) => (
        <span
          key={choice}
          className="block h-full min-w-1"
          // Of shares, too, the whole width: less than 1 in all would not fill it.
          style={{ flexGrow: 100 * tally[choice] }}
        >
          <Fill choice={choice} />
        </span>
      ))}
    </span>
  );
}
