import { useId } from "react";
import type { Choice } from "#debate/rules/choices.ts";

/** The whole of a box in the pattern of a choice. [F14] Drawn, since printers and forced colors leave out backgrounds. */
export function ChoiceFill({ choice }: { choice: Choice }) {
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
