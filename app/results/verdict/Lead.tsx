import { useTranslations } from "next-intl";
import { includesZero } from "#app/results/directions.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { usePoints } from "#app/results/use-points.ts";
import { LeadEnds } from "#app/results/verdict/LeadEnds.tsx";
import { axisFor, Range, Ticks } from "#app/results/verdict/Range.tsx";
import { coinClasses, shownCoin } from "#debate/counting/coin-classes.ts";
import type { Results } from "#debate/counting/results.ts";

/** The margin with its interval, how easily it would end, and the coin in words. */
export function Lead({ results }: { results: Results }) {
  const { margin, paired } = results;
  const t = useTranslations("results.margin");
  const chance = useTranslations("flow.chance");
  const { toward, towardRange } = usePoints();
  const how = useHow();
  if (!margin) return null;
  const { points, interval } = margin;
  const side = points < 0 ? "against" : "for";
  const axis = axisFor([interval]);
  const coin = shownCoin(results);
  const classes = paired.matrix && coinClasses(paired.matrix);
  return (
    <div className="grid grid-cols-1 gap-1 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-x-4 md:grid md:grid-cols-[8rem_1fr_11rem]">
        <h3 className="text-lg font-semibold">{t("title")}</h3>
        <p className="min-w-0 flex-1 basis-40 text-right md:col-start-3 md:row-start-1">
          <span className="block font-serif text-2xl tabular-nums">
            {points === 0 ? t("level") : toward(points)}
          </span>
          <span className="block text-sm text-ink-soft tabular-nums">
            {t("interval", { zero: `${includesZero(interval)}`, range: towardRange(interval) })}
          </span>
        </p>
        <Range axis={axis} range={interval} point={points} choice={side} className="mt-3 w-full md:mt-0" />
      </div>
      <Ticks axis={axis} isUnsigned className="md:mr-[12rem] md:ml-36" />
      <p aria-hidden="true" className="flex justify-between text-xs text-ink-soft md:mr-[12rem] md:ml-36">
        <span>{axis.low < 0 && chance("towardAgainst")}</span>
        <span>{axis.high > 0 && chance("towardFor")}</span>
      </p>
      <div className="mt-2 grid max-w-prose gap-1 md:pl-36">
        {paired.matrix && (
          <How
            of={t("title")}
            steps={[...how.margin(paired.matrix), ...how.marginLine(paired.matrix, margin.standing)]}
          />
        )}
        <LeadEnds results={results} />
        {paired.matrix && classes && coin !== null && (
          <>
            <p className="text-ink-soft">{t("coin", { count: classes.asUneven })}</p>
            <How of={t("ofCoin")} steps={how.coin(paired.matrix, coin)} />
          </>
        )}
      </div>
    </div>
  );
}
