import { useTranslations } from "next-intl";
import { FlowDiagram } from "#app/results/FlowDiagram.tsx";
import { RoundedShares } from "#app/results/RoundedShares.tsx";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import type { Results } from "#debate/counting/results.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

type OwnMovementProps = {
  before?: Choice | undefined;
  after?: Choice | undefined;
  results: Pick<Results, "paired">;
};

/** A student's own way from before to after, within the way of the class. */
export function OwnMovement({ before, after, results: { paired } }: OwnMovementProps) {
  const t = useTranslations("flow.own");
  const names = useTranslations("choices");
  const { matrix, n } = paired;
  const own = before && after ? { from: before, to: after } : null;
  const alike =
    own && matrix
      ? Math.max(0, (matrix[CHOICES.indexOf(own.from)]?.[CHOICES.indexOf(own.to)] ?? 0) - 1)
      : null;
  return (
    <section aria-labelledby="own-movement" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="own-movement" className="eyebrow text-ink-soft">
          {t("title")}
        </h2>
        {own ? (
          <>
            <p className="font-serif text-2xl text-balance">
              {t.rich(own.from === own.to ? "stayed" : "moved", {
                from: () => <ChoiceBadge choice={own.from} />,
                to: () => <ChoiceBadge choice={own.to} />,
              })}
            </p>
            <p className="text-ink-soft">
              {alike !== null && t("alike", { count: alike })} {t("ofAll", { count: n })}
            </p>
          </>
        ) : (
          <p className="font-serif text-xl">
            {before
              ? t("onlyBefore", { choice: names(`${before}.name`) })
              : after
                ? t("onlyAfter", { choice: names(`${after}.name`) })
                : t("none")}
          </p>
        )}
      </div>
      {n > 0 && matrix ? (
        <FlowDiagram movement={{ ...paired, matrix }} size="phone" active={own} className="max-w-md" />
      ) : n > 0 ? (
        <RoundedShares movement={paired} />
      ) : (
        <p className="text-ink-soft">{t("noPairs")}</p>
      )}
    </section>
  );
}
