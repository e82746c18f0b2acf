"use client";

import { useTranslations } from "next-intl";
import { createElement } from "react";
import { WALL_STEPS } from "#app/activities/wall-reveal.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { ChanceFace } from "#app/screen/reveal/ChanceFace.tsx";
import { FlowFace } from "#app/screen/reveal/FlowFace.tsx";
import { MovedFace } from "#app/screen/reveal/MovedFace.tsx";
import { OpenFace } from "#app/screen/reveal/OpenFace.tsx";
import { VerdictFace } from "#app/screen/reveal/VerdictFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { unreachable } from "#debate/rules/result.ts";
import { isActivityStep } from "#debate/rules/steps.ts";

/** [V14] Voting is over, and covered: calm, so that the room can take a breath. */
function CoveredFace({ wall: { snapshot } }: { wall: Wall }) {
  const t = useTranslations("flow.covered");
  return (
    <div className="grid h-full content-center">
      <div className="grid gap-[2cqi] border-t-[0.6cqi] border-double border-ink pt-[2.4cqi] handheld:border-t-4 handheld:gap-4 handheld:pt-4">
        <p className="font-serif text-[max(var(--wall-floor,2.5rem),10cqi)] leading-none font-medium tracking-[-0.02em]">
          {t("title")}
        </p>
        <p className="text-wall-lg text-ink-soft">{t("voted", { count: snapshot.turnout.voted })}</p>
      </div>
    </div>
  );
}

/** [V14] The reveal, at the step that the host shows; and the same in a spoken sentence. */
export function RevealFace({ wall }: { wall: Wall }) {
  const t = useTranslations("screen.reveal");
  const { spoken } = useStepWords();
  const { result } = wall;
  const words = result ? spoken(result) : t("waiting");
  useNews("step", words);
  return (
    <section aria-label={t("label")} className="h-full min-h-0">
      <p className="sr-only">{words}</p>
      {result ? (
        <Step result={result} wall={wall} />
      ) : (
        <p aria-hidden="true" className="grid h-full content-center font-serif text-wall-xl">
          {t("waiting")}
        </p>
      )}
    </section>
  );
}

function Step({ result, wall }: { result: ResultMessage; wall: Wall }) {
  const { step } = result;
  if (isActivityStep(step)) return createElement(WALL_STEPS[step], { wall });
  switch (step) {
    case "covered":
      return <CoveredFace wall={wall} />;
    case "before":
    case "flow":
      return <FlowFace result={result} />;
    case "verdict":
      return <VerdictFace result={result} />;
    case "chance":
      return <ChanceFace result={result} />;
    case "moved":
      return <MovedFace result={result} wall={wall} />;
    case "open":
      return <OpenFace result={result} wall={wall} />;
    default:
      return unreachable(step);
  }
}
