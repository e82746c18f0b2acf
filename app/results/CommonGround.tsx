import { useTranslations } from "next-intl";
import { RebuttalLink } from "#app/results/RebuttalLink.tsx";
import type { RebuttalResult } from "#debate/counting/results.ts";

/** [K8] The rebuttals that persuaded both camps, with how many of each who saw them. */
export function CommonGround({ rebuttals }: { rebuttals: readonly RebuttalResult[] }) {
  const t = useTranslations("results.commonGround");
  return (
    <ul className="grid gap-4">
      {rebuttals.map((rebuttal) => {
        const { id, endorsements, exposed } = rebuttal;
        return (
          <li key={id} className="border-l-4 border-ink pl-4">
            <RebuttalLink rebuttal={rebuttal} />
            {endorsements && exposed && (
              <p className="text-sm text-ink-soft">
                {t("shares", {
                  for: endorsements.for,
                  ofFor: exposed.for,
                  against: endorsements.against,
                  ofAgainst: exposed.against,
                })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
