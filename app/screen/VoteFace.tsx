import { useTranslations } from "next-intl";
import { WallDate } from "#app/screen/WallDate.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { classNames } from "#app/shared/class-names.ts";
import { TallyBars } from "#app/shared/votes/TallyBars.tsx";
import { TurnoutRing } from "#app/shared/votes/TurnoutRing.tsx";
import { phonesIn } from "#debate/rules/phones.ts";

/** How many have voted, and what, only where the host shows it. Never who. */
export function VoteFace({ wall: { snapshot } }: { wall: Wall }) {
  const t = useTranslations("screen.vote");
  const { turnout, revealed, tally } = snapshot;
  const joined = phonesIn(snapshot);
  const shown = revealed ? tally?.[turnout.round] : undefined;
  const label = t("voted", { voted: turnout.voted, joined });
  const isEverybody = joined > 0 && turnout.voted >= joined;
  return (
    <div className="flex h-full min-h-0 items-center gap-[4cqi] handheld:flex-col handheld:items-stretch handheld:justify-center handheld:gap-6">
      <TurnoutRing
        voted={turnout.voted}
        joined={joined}
        label={label}
        below={t("ofJoined", { joined })}
        className={classNames(
          "h-full min-w-0 shrink handheld:h-48 handheld:max-h-none handheld:self-start",
          shown ? "max-h-[20cqi]" : "max-h-[32cqi]",
        )}
      />
      <div className="grid min-w-0 flex-1 gap-[1.6cqi] handheld:flex-none handheld:gap-3">
        {shown ? (
          <>
            <p className="text-wall-sm text-ink-soft">{t("soFar")}</p>
            <TallyBars tally={shown} className="text-wall-md handheld:grid-cols-1" />
          </>
        ) : (
          <>
            <p className="font-serif text-wall-xl text-balance">
              {isEverybody ? t("everybody") : t(`ask.${turnout.round}`)}
            </p>
            <p className="text-wall-md text-balance text-ink-soft tabular-nums">
              {joined === 0 ? t("nobody") : isEverybody ? t("open") : label}
            </p>
          </>
        )}
        <WallDate snapshot={snapshot} className="text-wall-sm" />
      </div>
    </div>
  );
}
