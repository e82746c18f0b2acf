import { classNames } from "#app/shared/class-names.ts";
import { ChoiceFill } from "#app/shared/votes/ChoiceFill.tsx";
import type { Choice } from "#debate/rules/choices.ts";

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
        <ChoiceFill choice={choice} />
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
          // From nothing: a picture without a width of its own counts as 300 px wide.
          style={{ flexGrow: 100 * tally[choice], flexBasis: 0 }}
        >
          <ChoiceFill choice={choice} />
        </span>
      ))}
    </span>
  );
}
