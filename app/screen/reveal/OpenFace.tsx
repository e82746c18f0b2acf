import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { FlowNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { type ShownFlow, shownFlow } from "#app/results/reveal/shown-flow.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { Headline } from "#app/screen/reveal/Headline.tsx";
import { WallFlow } from "#app/screen/reveal/WallFlow.tsx";
import { WallShares } from "#app/screen/reveal/WallShares.tsx";
import { resultsPath, type Wall } from "#app/screen/wall.ts";
import { classNames } from "#app/shared/class-names.ts";
import { SpokenAddress } from "#app/shared/links/SpokenAddress.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** The verdict under the flow, and where the full results are. Without a staged reveal this is all of it, and the votes flow here. */
export function OpenFace({ result, wall }: { result: ResultMessage; wall: Wall }) {
  const t = useTranslations("screen.reveal");
  const shown = shownFlow(result);
  const { verdict } = useStepWords();
  const { space } = useJoined();
  const { isStaged } = wall;
  return (
    <div
      className={classNames(
        "grid h-full min-h-0 gap-[1.4cqi] handheld:gap-4",
        shown ? "grid-rows-[minmax(0,1fr)_auto_auto]" : "grid-rows-[minmax(0,1fr)_auto]",
      )}
    >
      {shown && (
        <div className="min-h-0">
          <Picture shown={shown} isStill={isStaged} />
          <FlowNumbers shown={shown} />
        </div>
      )}
      <Headline
        {...verdict(result)}
        size={shown ? "below" : "hero"}
        className={shown ? (isStaged ? "" : "appear-after-flow") : "content-center"}
      />
      <p className="border-t border-line pt-[0.8cqi] text-wall-sm text-ink-soft">
        {t("fullResults")}
        {space}
        <span className="font-semibold wrap-anywhere text-ink">
          <SpokenAddress address={`${wall.address}${resultsPath(wall.code)}`} />
        </span>
      </p>
    </div>
  );
}

function Picture({ shown, isStill }: { shown: ShownFlow; isStill: boolean }) {
  if (shown.kind === "shares") return <WallShares shown={shown} />;
  return <WallFlow movement={shown.movement} stage={isStill ? "still" : "flowing"} />;
}
