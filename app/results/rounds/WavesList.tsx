import { useTranslations } from "next-intl";
import { includesZero, sideOf } from "#app/results/directions.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { usePoints } from "#app/results/use-points.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { Waves } from "#debate/counting/opinions.ts";

/** [M9] What reading and what arguing moved, on the same people; [S9] with few movers not in which direction. */
export function WavesList({ waves }: { waves: Waves }) {
  const t = useTranslations("results.waves");
  return (
    <div className="grid gap-3">
      <p data-keeps-next className="text-ink-soft">
        {t("lead", { count: waves.n })}
      </p>
      <dl className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <Wave waves={waves} of="reading" />
        <Wave waves={waves} of="arguing" />
      </dl>
    </div>
  );
}

function Wave({ waves, of }: { waves: Waves; of: "reading" | "arguing" }) {
  const t = useTranslations("results.waves");
  const { toward, towardRange } = usePoints();
  const how = useHow();
  const { points, interval, standing } = waves[of];
  const movers = standing === "few" && waves.steps ? waves.n - waves.steps[of][2] : null;
  return (
    <div className="border-t-2 border-ink pt-2">
      <dt className="font-semibold">{t(of)}</dt>
      <dd className={classNames("font-serif", movers === null ? "text-2xl" : "text-xl text-pretty")}>
        {movers !== null ? (
          t("few", { movers, n: waves.n })
        ) : (
          <>
            {sideOf(points) === "none"
              ? t("level")
              : t("toward", { zero: `${includesZero(interval)}`, points: toward(points) })}
            <span className="block font-sans text-sm text-ink-soft tabular-nums">
              {t("interval", { range: towardRange(interval) })}
            </span>
          </>
        )}
        {waves.steps && <How of={t(of)} steps={how.wave(waves.steps[of])} />}
      </dd>
    </div>
  );
}
