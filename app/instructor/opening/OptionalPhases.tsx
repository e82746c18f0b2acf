"use client";
import { useTranslations } from "next-intl";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import type { Settings } from "#debate/rules/settings.ts";

type OptionalPhasesProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P11] What follows from votes: not in an anonymous session, which says why. */
export function OptionalPhases({ settings, onChange }: OptionalPhasesProps) {
  const t = useTranslations("instructor.opening");
  if (settings.identity === "anonymous")
    return <p className="mt-2 text-sm text-ink-soft text-pretty">{t("notAnonymous")}</p>;
  return (
    <div className="grid border-b border-line">
      <SwitchRow
        label={t("steelman.label")}
        hint={t("steelman.hint")}
        checked={settings.steelman}
        onChange={(steelman) => onChange({ steelman })}
      />
    </div>
  );
}
