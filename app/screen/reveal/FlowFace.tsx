import { useTranslations } from "next-intl";
import { WALL_REVEAL } from "#app/activities/wall-reveal.ts";
import { FlowNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { type ShownFlow, shownFlow } from "#app/results/reveal/shown-flow.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { lettersWide } from "#app/screen/reveal/Headline.tsx";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import { WallFlow } from "#app/screen/reveal/WallFlow.tsx";
import { WallShares } from "#app/screen/reveal/WallShares.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** `isStill`: put there by the host after the reveal, when nothing has to flow again. */
type FlowFaceProps = { result: ResultMessage; isStill?: boolean };

/** The first vote; then, from the same bar, the flow to the last one, and what activities have beside it. */
export function FlowFace({ result, isStill = false }: FlowFaceProps) {
  const steps = useTranslations("steps");
  const shown = shownFlow(result);
  const { changed, noFlow } = useStepWords();
  if (!shown) return <p className="grid h-full content-center text-wall-lg text-balance">{noFlow(result)}</p>;
  const sentence = shown.hasLater ? changed(shown) : null;
  const beside = WALL_REVEAL.flatMap(({ flow }) => (flow && result[flow.part] !== undefined ? flow : []));
  const isAlone = beside.length === 0 && !(shown.kind === "flow" && shown.isRounded);
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.2cqi] handheld:gap-4">
      <Kicker>{steps(shown.hasLater ? "flow.name" : "before.name")}</Kicker>
      <div className="relative min-h-0">
        <Picture shown={shown} isStill={isStill} />
        {!shown.hasLater && result.before && shown.kind === "flow" && (
          <FirstVoteWords before={result.before} />
        )}
        <FlowNumbers shown={shown} />
      </div>
      {/* As high at both steps, so that the first bar stays where it is. */}
      <div className="flex h-[14cqi] items-center gap-[4cqi] handheld:h-auto handheld:flex-col handheld:items-stretch handheld:gap-4">
        <div className="grid min-w-0 flex-1 gap-[0.8cqi] handheld:flex-none handheld:gap-2">
          {sentence && (
            <p className={classNames("font-serif text-balance", sentenceSize(sentence, isAlone))}>
              {sentence}
            </p>
          )}
          <Rounded shown={shown} />
        </div>
        {shown.hasLater &&
          beside.map(({ part, Beside }) => <Beside key={part} result={result} isStill={isStill} />)}
      </div>
    </div>
  );
}

function Picture({ shown, isStill }: { shown: ShownFlow; isStill: boolean }) {
  if (shown.kind === "shares") return <WallShares shown={shown} />;
  const stage = !shown.hasLater ? "waiting" : isStill ? "still" : "flowing";
  return <WallFlow movement={shown.movement} stage={stage} />;
}

/** In the space that the streams will fill. */
function FirstVoteWords({ before }: { before: NonNullable<ResultMessage["before"]> }) {
  const words = useStepWords();
  return (
    <p className="absolute inset-y-0 right-0 left-[31%] grid content-center font-serif text-wall-xl text-balance handheld:static handheld:mt-4">
      {words.before(before)}
    </p>
  );
}

/** Smaller where something stands under it or beside it. */
function sentenceSize(sentence: string, isAlone: boolean): string {
  if (isAlone) return "text-wall-xl";
  return lettersWide(sentence) > 40 ? "text-wall-md" : "text-wall-lg";
}

function Rounded({ shown }: { shown: ShownFlow }) {
  const t = useTranslations("flow.rounded");
  if (shown.kind === "flow" && !shown.isRounded) return null;
  return (
    <p className="text-wall-sm text-balance text-ink-soft">{t(shown.kind === "flow" ? "noisy" : "why")}</p>
  );
}
