"use client";
import { useTranslations } from "next-intl";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { SelectField } from "#app/shared/SelectField.tsx";
import { PAIRS, PAIRS_BY } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type OptionalPhasesProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P16] [P22] What follows from votes: not in an anonymous session, which says why. */
export function OptionalPhases({ settings, onChange }: OptionalPhasesProps) {
  const t = useTranslations("instructor.opening");
  if (settings.identity === "anonymous")
    return <p className="mt-2 text-sm text-ink-soft text-pretty">{t("notAnonymous")}</p>;
  return (
    <div className="grid grid-cols-1 border-b border-line">
      <div className="grid grid-cols-1 gap-3 py-3">
        <SelectField
          label={t("pairs.label")}
          hint={t("pairs.hint")}
          value={settings.pairs}
          onChange={(value) => onChange({ pairs: PAIRS.find((each) => each === value) ?? "off" })}
        >
          {PAIRS.map((each) => (
            <option key={each} value={each}>
              {t(`pairs.${each}`)}
            </option>
          ))}
        </SelectField>
        {settings.pairs !== "off" && (
          <SelectField
            label={t("pairs.by")}
            value={settings.pairsBy}
            onChange={(value) => onChange({ pairsBy: PAIRS_BY.find((each) => each === value) ?? "voice" })}
          >
            {PAIRS_BY.map((each) => (
              <option key={each} value={each}>
                {t(`pairs.${each}`)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <div className="border-t border-line">
        <SwitchRow
          label={t("steelman.label")}
          hint={t("steelman.hint")}
          checked={settings.steelman}
          onChange={(steelman) => onChange({ steelman })}
        />
      </div>
    </div>
  );
}
