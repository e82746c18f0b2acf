import { useTranslations } from "next-intl";
import type { Wall } from "#app/screen/wall.ts";

/** [V14] Voting is over, and covered: calm, so that the room can take a breath. */
export function CoveredFace({ wall: { snapshot } }: { wall: Wall }) {
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
