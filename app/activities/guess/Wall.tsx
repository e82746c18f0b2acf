import { useTranslations } from "next-intl";
import type { Wall } from "#app/screen/wall.ts";
import { TurnoutRing } from "#app/shared/votes/TurnoutRing.tsx";
import { phonesIn } from "#debate/rules/phones.ts";

/** [V16] The question, and how many have guessed: nothing of what. */
export function GuessFace({ wall: { snapshot } }: { wall: Wall }) {
  const t = useTranslations("screen.reveal");
  const tFlow = useTranslations("flow.guess");
  const tVote = useTranslations("screen.vote");
  const { guessed = 0 } = snapshot;
  const joined = phonesIn(snapshot);
  return (
    <div className="flex h-full min-h-0 items-center gap-[4cqi] handheld:flex-col handheld:items-stretch handheld:justify-center handheld:gap-6">
      <TurnoutRing
        voted={guessed}
        joined={joined}
        label={t("guessed", { guessed, joined })}
        below={tVote("ofJoined", { joined })}
        className="h-full max-h-[26cqi] min-w-0 shrink handheld:h-48 handheld:max-h-none handheld:self-start"
      />
      <div className="grid min-w-0 flex-1 gap-[1.6cqi] handheld:flex-none handheld:gap-3">
        <p className="font-serif text-[max(var(--wall-floor,1.75rem),5.4cqi)] leading-[1.08] font-medium tracking-[-0.012em] text-balance">
          {tFlow("question")}
        </p>
        <p className="text-wall-lg text-ink-soft">{t("guessOnPhone")}</p>
      </div>
    </div>
  );
}
