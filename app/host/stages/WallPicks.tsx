"use client";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { PickButton } from "#app/host/stages/PickButton.tsx";
import { hasChart } from "#app/shared/wall/has-chart.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";
import { CHARTS } from "#debate/rules/steps.ts";

type WallPicksProps = { result: ResultMessage | null; wall: OnWall | undefined };

/** [V12] The pictures whose step has come, and "thank you", for the projector. */
export function WallPicks({ result, wall }: WallPicksProps) {
  const t = useTranslations("host.picks");
  const { may } = useCommands();
  if (!may("host:wall")) return null;
  const charts = result ? CHARTS.filter((chart) => hasChart(chart, result)) : [];
  return (
    <section aria-label={t("title")} className="mb-4 grid gap-2">
      <h3 className="text-sm text-ink-soft">{t("title")}</h3>
      <div className="flex flex-wrap gap-2">
        {charts.map((chart) => (
          <PickButton key={chart} what={{ chart }} wall={wall}>
            {t(chart)}
          </PickButton>
        ))}
        <PickButton what="thanks" wall={wall}>
          {t("thanks")}
        </PickButton>
      </div>
    </section>
  );
}
