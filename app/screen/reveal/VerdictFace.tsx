import { useTranslations } from "next-intl";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";
import { FlowNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { shownFlow } from "#app/results/reveal/shown-flow.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { Headline } from "#app/screen/reveal/Headline.tsx";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import { WallShares } from "#app/screen/reveal/WallShares.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** The headline, as a newspaper would set it; the flow small at its foot. */
export function VerdictFace({ result }: { result: ResultMessage }) {
  const steps = useTranslations("steps");
  const shown = shownFlow(result);
  const { verdict } = useStepWords();
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.6cqi] handheld:gap-6">
      <Kicker>{steps("verdict.name")}</Kicker>
      <Headline {...verdict(result)} className="appear content-center" />
      {shown && (
        <div className="border-t border-line pt-[1.6cqi] handheld:pt-4">
          {shown.kind === "flow" ? (
            <>
              <FlowDiagram movement={shown.movement} size="strip" className="handheld:hidden" />
              <FlowDiagram
                movement={shown.movement}
                size="phone"
                className="hidden max-w-md handheld:block"
              />
            </>
          ) : (
            <WallShares shown={shown} />
          )}
          <FlowNumbers shown={shown} />
        </div>
      )}
    </div>
  );
}
