import { classNames } from "#app/shared/class-names.ts";

/** The time left in a step. Screen readers announce the steps instead. */
export function Countdown({ seconds, className }: { seconds: number; className?: string }) {
  return (
    <span aria-hidden="true" className={classNames("font-semibold tabular-nums", className)}>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </span>
  );
}
