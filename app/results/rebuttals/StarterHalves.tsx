import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { distanceOf, distancesOf, includesZero, spanOf, wayOf } from "#app/results/directions.ts";
import { percentage } from "#app/results/figures.ts";
import type { StarterEffect, StarterHalf } from "#debate/counting/starter-effect.ts";

/** [X15] Writers with starters beside those without: how much of the other camp they persuaded, and how sure the difference is. */
export function StarterHalves({ starters: { offered, others, difference } }: { starters: StarterEffect }) {
  const t = useTranslations("results.starters");
  const { sentences } = useJoined();
  return (
    <div className="grid gap-4">
      <dl className="grid max-w-prose">
        <Half name={t("offered")} half={offered} />
        <Half name={t("others")} half={others} />
      </dl>
      <p className="max-w-prose text-pretty">
        {difference
          ? sentences(
              t("difference", {
                ...{ way: wayOf(difference.points), points: distanceOf(difference.points) },
                ...{ zero: `${includesZero(difference.interval)}`, ends: spanOf(difference.interval) },
                ...distancesOf(difference.interval),
              }),
              t(includesZero(difference.interval) ? "unclear" : "clear"),
            )
          : t("few")}
      </p>
      <p className="max-w-prose text-sm text-ink-soft text-pretty">{t("how")}</p>
    </div>
  );
}

function Half({ name, half: { writers, share } }: { name: string; half: StarterHalf }) {
  const t = useTranslations("results.starters");
  const format = useFormatter();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-line py-2">
      <dt>
        {name} <span className="text-sm text-ink-soft">{t("writers", { count: writers })}</span>
      </dt>
      <dd className="font-serif text-2xl tabular-nums">{share === null ? "–" : percentage(format, share)}</dd>
    </div>
  );
}
