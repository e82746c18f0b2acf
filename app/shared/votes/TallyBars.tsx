import { classNames } from "#app/shared/class-names.ts";
import { ChoiceFill } from "#app/shared/votes/ChoiceFill.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { total } from "#debate/counting/tally.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import type { Tally } from "#debate/rules/snapshot.ts";

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
              className="h-[1.5em] overflow-hidden rounded-[0.15em] transition-[width] duration-500 ease-settle"
              style={{ width: `calc((100% - 5em) * ${tally[choice] / largest})` }}
            >
              {tally[choice] > 0 && <ChoiceFill choice={choice} />}
            </span>
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
