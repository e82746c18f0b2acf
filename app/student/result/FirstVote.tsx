"use client";
import { useTranslations } from "next-intl";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";
import { RoundedShares } from "#app/results/flow/RoundedShares.tsx";
import { FlowNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { shownFlow } from "#app/results/reveal/shown-flow.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** The first vote, as the bar from which the streams will flow, and where I was. */
export function FirstVote({ result }: { result: ResultMessage }) {
  const t = useTranslations("flow");
  const steps = useTranslations("steps");
  const words = useStepWords();
  const { you } = useSeat();
  const shown = shownFlow(result);
  const own = you.ballots.before?.choice;
  if (!shown || !result.before) return <p className="text-ink-soft">{words.noFlow(result)}</p>;
  return (
    <section aria-labelledby="first-vote" className="grid gap-4">
      <h2 id="first-vote" className="eyebrow text-ink-soft">
        {steps("before.name")}
      </h2>
      {own && (
        <p className="font-serif text-2xl">
          {t.rich("own.were", { choice: () => <ChoiceBadge choice={own} /> })}
        </p>
      )}
      {shown.kind === "flow" ? (
        <div className="relative max-w-md">
          <FlowDiagram movement={shown.movement} size="phone" stage="waiting" />
          <p className="absolute inset-y-0 right-0 left-[36%] grid content-center font-serif text-xl wrap-anywhere">
            {words.before(result.before)}
          </p>
        </div>
      ) : (
        <RoundedShares movement={shown.movement} isLaterHidden />
      )}
      <FlowNumbers shown={shown} />
      {shown.kind === "flow" && shown.isRounded && (
        <p className="text-sm text-ink-soft">{t("rounded.noisy")}</p>
      )}
    </section>
  );
}
