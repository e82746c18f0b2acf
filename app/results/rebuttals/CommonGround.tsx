import { useTranslations } from "next-intl";
import { RebuttalLink } from "#app/results/rebuttals/RebuttalLink.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import type { RebuttalResult } from "#debate/counting/results.ts";

/** [K8] The rebuttals that persuaded both camps, for the host with how many of each [K9]. */
export function CommonGround({ rebuttals }: { rebuttals: readonly RebuttalResult[] }) {
  const t = useTranslations("results.commonGround");
  return (
    <ul className="grid gap-4">
      {rebuttals.map((rebuttal) => {
        const { id, endorsements } = rebuttal;
        return (
          <li key={id} dir={directionOf(rebuttal.body)} className="border-s-4 border-ink ps-4">
            <RebuttalLink rebuttal={rebuttal} />
            {endorsements && (
              <p className="text-sm text-ink-soft">
                {t("shares", { for: endorsements.for, against: endorsements.against })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
