import { classNames } from "#app/shared/class-names.ts";

/** What is left of a step. Screen readers hear the steps instead. */
export function Countdown({ seconds, className }: { seconds: number; className?: string }) {
  return (
    <span aria-hidden="true" className={classNames("font-semibold tabular-nums", className)}>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </span>
  );
}
