import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { total } from "#debate/counting/tally.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import type { Tally } from "#debate/rules/snapshot.ts";

const FILLS = {
  for: "bg-for",
  against: "bg-against-wash text-against hatched border-[0.12em] border-against [--hatch:var(--against)]",
  undecided: "border-[0.12em] border-dashed border-undecided bg-undecided-wash",
} as const satisfies Record<Choice, string>;

/** A tally as three bars on one scale; sizes follow the text's. */
export function TallyBars({ tally, className }: { tally: Tally; className?: string }) {
  const largest = Math.max(1, ...CHOICES.map((choice) => tally[choice]));
  const all = total(tally);
  return (
    <dl
      className={classNames(
        "grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-[0.8em] gap-y-[0.6em]",
        className,
      )}
    >
      {CHOICES.map((choice) => (
        <div key={choice} className="contents">
          <dt>
            <ChoiceBadge choice={choice} />
          </dt>
          <dd className="flex items-center gap-[0.5em] tabular-nums">
            <span
              aria-hidden="true"
              className={classNames(
                "h-[1.5em] rounded-[0.15em] transition-[width] duration-500 ease-settle",
                tally[choice] > 0 && FILLS[choice],
              )}
              style={{ width: `calc((100% - 5em) * ${tally[choice] / largest})` }}
            />
            <span className="font-semibold">{tally[choice]}</span>
            {all > 0 && (
              <span className="text-[0.75em] text-ink-soft">{Math.round((100 * tally[choice]) / all)} %</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
