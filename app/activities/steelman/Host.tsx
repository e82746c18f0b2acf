"use client";
import { useTranslations } from "next-intl";
import { SteelmanList } from "#app/activities/steelman/HostList.tsx";
import { useCommands } from "#app/host/commands.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { EyeOff } from "#app/icons/icons.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [P16] How many have written, and what. */
export function SteelmanStage({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations("host.steelman");
  const { may } = useCommands();
  const { written = 0, rated = 0, waiting = 0 } = snapshot.steelman ?? {};
  const counted = t("written", { written, joined: phonesIn(snapshot) });
  useNews("steelman", counted);
  useNews("steelman-waiting", waiting > 0 ? t("waiting", { count: waiting }) : null);
  return (
    <>
      <StageTitle lead={t("lead")}>{t("title")}</StageTitle>
      <p className="mb-2 flex flex-wrap gap-x-5 gap-y-1 font-semibold tabular-nums">
        <span>{counted}</span>
        <span>{t("rated", { count: rated })}</span>
        {waiting > 0 && <span className="text-warn">{t("waiting", { count: waiting })}</span>}
      </p>
      <p className="mb-4 flex items-start gap-2 text-sm text-ink-soft">
        <EyeOff aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
        {t(may("host:phase") ? "private" : "nameless")}
      </p>
      <SteelmanList news={`${written} ${rated} ${waiting}`} isOpen />
    </>
  );
}
