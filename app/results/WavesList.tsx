import { useFormatter, useTranslations } from "next-intl";
import { endsOf } from "#app/results/figures.ts";
import type { Margin } from "#debate/counting/margin.ts";
import type { Waves } from "#debate/counting/opinions.ts";

/** [M9] What reading and what arguing moved, on the same people. */
export function WavesList({ waves: { n, reading, arguing } }: { waves: Waves }) {
  const t = useTranslations("results.waves");
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">{t("lead", { count: n })}</p>
      <dl className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <Wave name={t("reading")} margin={reading} />
        <Wave name={t("arguing")} margin={arguing} />
      </dl>
    </div>
  );
}

function Wave({ name, margin: { points, interval } }: { name: string; margin: Margin }) {
  const t = useTranslations("results.waves");
  const names = useTranslations("choices");
  const format = useFormatter();
  const side = names(`${points < 0 ? "against" : "for"}.name`);
  const size = format.number(Math.abs(points), { maximumFractionDigits: 1 });
  return (
    <div className="border-t-2 border-ink pt-2">
      <dt className="font-semibold">{name}</dt>
      <dd className="font-serif text-2xl">
        {points === 0 ? t("level") : t("toward", { points: size, side })}
        <span className="block font-sans text-sm text-ink-soft tabular-nums">
          {t("interval", endsOf(format, interval))}
        </span>
      </dd>
    </div>
  );
}
