import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { usePoints } from "#app/results/use-points.ts";
import { axisFor, Range, Ticks } from "#app/results/verdict/Range.tsx";
import { Stat } from "#app/shared/layout/Stat.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Attrition as Counts } from "#debate/counting/movement.ts";
import type { Results } from "#debate/counting/results.ts";
import { SIDES } from "#debate/rules/choices.ts";

/** Who voted once only, and how far the swing could lie elsewhere for their sake. */
export function Attrition({ attrition, results }: { attrition: Counts; results: Results }) {
  const t = useTranslations("results.attrition");
  const names = useTranslations("choices");
  const { changedRange, towardRange } = usePoints();
  const { sentences } = useJoined();
  const missing = useHow().missing(results);
  const hasPairs = results.paired.n > 0;
  const { both, firstOnly, lastOnly, bestWorst, margin, couldChange } = attrition;
  const axis = axisFor([bestWorst.for, bestWorst.against]);
  const isComplete = firstOnly + lastOnly === 0;
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-3 gap-6">
        <Stat value={both} label={t("both")} />
        <Stat value={firstOnly} label={t("firstOnly")} />
        <Stat value={lastOnly} label={t("lastOnly")} />
      </dl>
      {isComplete ? (
        <p className="text-ink-soft">{both === 0 ? t("nobody") : t("complete")}</p>
      ) : (
        <div className="grid gap-3">
          {hasPairs && margin && (
            <p className="max-w-prose">
              {sentences(
                t(couldChange ? "couldChange" : "couldNot"),
                t("margin", { range: towardRange(margin) }),
              )}
            </p>
          )}
          {hasPairs && margin && missing && <How of={t("ofMargin")} steps={missing.margin} />}
          <p className="max-w-prose text-ink-soft">{t("lead")}</p>
          {SIDES.map((side) => (
            <div
              key={side}
              className="grid grid-cols-[1fr_auto] items-center gap-x-4 md:grid-cols-[8rem_1fr_11rem]"
            >
              <ChoiceBadge choice={side} />
              <p className="text-right text-sm tabular-nums md:order-last">{changedRange(bestWorst[side])}</p>
              <Range axis={axis} range={bestWorst[side]} choice={side} className="col-span-2 md:col-span-1" />
              {missing && (
                <How
                  of={t("ofRange", { side: names(`${side}.name`), range: changedRange(bestWorst[side]) })}
                  steps={missing[side]}
                  className="col-span-2 md:order-last md:col-span-1 md:col-start-2"
                />
              )}
            </div>
          ))}
          <Ticks axis={axis} className="md:mr-[12rem] md:ml-36" />
        </div>
      )}
    </div>
  );
}
