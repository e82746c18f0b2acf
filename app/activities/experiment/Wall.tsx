import { useTranslations } from "next-intl";
import type { Wall } from "#app/screen/wall.ts";
import { FIRST_WRITING, LATER_WRITING } from "#debate/activities/experiment/terms.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [M31] What both halves do, without who is in which. */
function SwitchFace({ phase }: { phase: "switch-first" | "switch-later" }) {
  const t = useTranslations("screen.experiment");
  return (
    <div className="grid h-full min-h-0 content-center gap-[1.6cqi] handheld:gap-4">
      <p className="max-w-[24em] font-serif text-wall-xl text-balance">{t(`title.${phase}`)}</p>
      <p className="text-wall-md text-ink-soft text-pretty">{t("body")}</p>
    </div>
  );
}

type FaceProps = { wall: Wall };
export const SwitchFirstFace = (_: FaceProps) => <SwitchFace phase={FIRST_WRITING} />;
export const SwitchLaterFace = (_: FaceProps) => <SwitchFace phase={LATER_WRITING} />;

/** [M31] Only half of the class votes now; phones say which. */
export function HalfVotesStrip({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations("screen.experiment");
  return snapshot.halfVotes ? <p className="text-wall-sm text-pretty">{t("halfVotes")}</p> : null;
}
