import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { includesZero, sideOf } from "#app/results/directions.ts";
import { usePoints } from "#app/results/use-points.ts";
import type { LaterMovement } from "#debate/activities/later-vote/results.ts";
import type { Results } from "#debate/counting/results.ts";

type DidItLastProps = {
  later: LaterMovement;
  /** Its picture. */
  children: ReactNode;
};

/** Whether some voted once more, so that there is something to compare. */
export const hasLater = ({ later }: Results) => !!later && later.paired.n > 0;

/** [M14] Whether minds stayed changed: who kept a new answer, and where the class moved since. */
export function DidItLast({ later, children }: DidItLastProps) {
  const t = useTranslations("results.later");
  const { sentences } = useJoined();
  const direction = useDirection(later);
  const { paired, movers, stories, attrition, margin } = later;
  const isDirected = margin !== null && margin.standing !== "few";
  if (paired.n === 0) return <p className="text-ink-soft">{t("nobody")}</p>;
  return (
    <div className="grid grid-cols-1 gap-6">
      <p className="max-w-prose font-serif text-xl text-balance in-[.sheet]:text-lg">
        {movers.n > 0 ? t("kept", movers) : t("noMovers")}
      </p>
      <p className="max-w-prose">
        {stories.stayed === paired.n
          ? t("allStayed", { n: paired.n })
          : sentences(t("stayed", { stayed: stories.stayed, n: paired.n }), direction)}
      </p>
      {children}
      <p className="max-w-prose text-ink-soft">
        {sentences(
          t("missing", { count: attrition.firstOnly }),
          attrition.lastOnly > 0 && t("onlyLater", { count: attrition.lastOnly }),
          isDirected && attrition.couldChange && t("couldChange"),
          t("cause"),
        )}
      </p>
    </div>
  );
}

function useDirection({ margin }: LaterMovement): string | null {
  const t = useTranslations("results.later");
  const { toward, towardRange } = usePoints();
  if (!margin) return null;
  const { points, interval, standing } = margin;
  if (standing === "few") return t("few");
  const range = towardRange(interval);
  if (sideOf(points) === "none") return t("level", { range });
  return t("margin", { range, points: toward(points), zero: `${includesZero(interval)}` });
}
