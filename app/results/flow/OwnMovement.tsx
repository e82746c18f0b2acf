import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";
import { RoundedShares } from "#app/results/flow/RoundedShares.tsx";
import { FlowNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { type ShownFlow, shownFlow } from "#app/results/reveal/shown-flow.ts";
import { classNames } from "#app/shared/class-names.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

type OwnMovementProps = {
  before?: Choice | undefined;
  after?: Choice | undefined;
  result: Pick<ResultMessage, "paired" | "before" | "flowHidden" | "detail">;
  /** Whether the streams are drawn from left to right; else they stand still. */
  isFlowing?: boolean;
  /** The picture's numbers; on paper they are only for those who do not see it. */
  Numbers?: ComponentType<{ shown: ShownFlow }>;
};

/** A student's own way from before to after, lit within the way of the class as far as a step tells it. */
export function OwnMovement({
  before,
  after,
  result,
  isFlowing = false,
  Numbers = FlowNumbers,
}: OwnMovementProps) {
  const t = useTranslations("flow");
  const shown = shownFlow(result);
  const own = before && after ? { from: before, to: after } : null;
  // Without a flow, it is hidden or no one voted twice.
  const isHidden = own !== null || result.flowHidden || result.detail === null;
  return (
    <section aria-labelledby="own-movement" className="grid grid-cols-1 gap-4">
      <div className="grid gap-2">
        <h2 id="own-movement" className="eyebrow text-ink-soft">
          {t("own.title")}
        </h2>
        <OwnWords before={before} after={after} shown={shown} />
      </div>
      {shown?.kind === "flow" ? (
        <div className="grid grid-cols-1 gap-3">
          <FlowDiagram
            movement={shown.movement}
            size="phone"
            active={own}
            stage={isFlowing ? "flowing" : "still"}
            className="max-w-md"
          />
          {/* Its sentence names the end, to which the streams still flow here and on the projector. */}
          <div className={classNames("grid grid-cols-1 gap-3", isFlowing && "appear-after-flow")}>
            <Numbers shown={shown} />
          </div>
          {shown.isRounded && <p className="text-sm text-ink-soft">{t("rounded.noisy")}</p>}
        </div>
      ) : shown ? (
        <div>
          <RoundedShares movement={shown.movement} />
          <Numbers shown={shown} />
        </div>
      ) : (
        <p className="text-ink-soft">{t(isHidden ? "rounded.nothing" : "own.noPairs")}</p>
      )}
    </section>
  );
}

/** In Japanese no space stands between the words and a coin. */
const APART = "mx-[0.12em] first:ms-0";

type OwnWordsProps = Pick<OwnMovementProps, "before" | "after"> & { shown: ShownFlow | null };

function OwnWords({ before, after, shown }: OwnWordsProps) {
  const t = useTranslations("flow.own");
  const { sentences } = useJoined();
  const names = useTranslations("choices");
  if (!before || !after)
    return (
      <p className="font-serif text-xl">
        {before
          ? t("onlyBefore", { choice: names(`${before}.name`) })
          : after
            ? t("onlyAfter", { choice: names(`${after}.name`) })
            : t("none")}
      </p>
    );
  // A rounded flow has no exact counts.
  const people =
    shown?.kind === "flow" && !shown.isRounded
      ? (shown.movement.matrix[CHOICES.indexOf(before)]?.[CHOICES.indexOf(after)] ?? 0)
      : null;
  return (
    <>
      <p className="font-serif text-2xl text-balance print:text-lg">
        {t.rich(before === after ? "stayed" : "moved", {
          from: () => <ChoiceBadge choice={before} className={APART} />,
          to: () => <ChoiceBadge choice={after} className={APART} />,
        })}
      </p>
      <p className="text-ink-soft">
        {sentences(
          people !== null && t("alike", { count: Math.max(0, people - 1) }),
          shown && t("ofAll", { count: shown.movement.n }),
        )}
      </p>
    </>
  );
}
