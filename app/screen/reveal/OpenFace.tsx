import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { FlowNumbers } from "#app/results/reveal/SpokenTable.tsx";
import { type ShownFlow, shownFlow } from "#app/results/reveal/shown-flow.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { Headline, lettersWide } from "#app/screen/reveal/Headline.tsx";
import { WallFlow } from "#app/screen/reveal/WallFlow.tsx";
import { WallShares } from "#app/screen/reveal/WallShares.tsx";
import { resultsPath, type Wall } from "#app/screen/wall.ts";
import { classNames } from "#app/shared/class-names.ts";
import { SpokenAddress } from "#app/shared/links/SpokenAddress.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** Longer headlines than that take two lines or more; in Latin letters. */
const LONG = 64;

/** The verdict under the flow, and where the full results are. Without a staged reveal this is all of it, and the votes flow here. */
export function OpenFace({ result, wall }: { result: ResultMessage; wall: Wall }) {
  const t = useTranslations("screen.reveal");
  const shown = shownFlow(result);
  const words = useStepWords().verdict(result);
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
          <Picture shown={shown} isStill={isStaged} headline={words.headline} />
          <FlowNumbers shown={shown} />
        </div>
      )}
      <Headline
        {...words}
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

type PictureProps = { shown: ShownFlow; isStill: boolean; headline: string };

/** [V31] Above a headline of several lines the flow is a strip: a picture of its usual form would be too small to read. */
function Picture({ shown, isStill, headline }: PictureProps) {
  if (shown.kind === "shares") return <WallShares shown={shown} />;
  const size = lettersWide(headline) > LONG ? "strip" : "wall";
  return <WallFlow movement={shown.movement} stage={isStill ? "still" : "flowing"} size={size} />;
}
