"use client";
import { useTranslations } from "next-intl";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { isExcluded } from "#debate/rules/exclusions.ts";
import { PAIRS, PAIRS_BY } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type OptionalPhasesProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P16] [P22] What follows from votes: in an anonymous session it can't be chosen, and says why [H11]. */
export function OptionalPhases({ settings, onChange }: OptionalPhasesProps) {
  const t = useTranslations("instructor.opening");
  const hasNoPairs = isExcluded("pairs", settings);
  return (
    <div className="grid grid-cols-1 border-b border-line">
      <div className="grid grid-cols-1 gap-3 py-3">
        <SelectField
          label={t("pairs.label")}
          hint={t(hasNoPairs ? "pairs.excluded" : "pairs.hint")}
          disabled={hasNoPairs}
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
            hint={settings.pairsBy === "text" && t("pairs.textHint")}
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
          excluded={isExcluded("steelman", settings) && t("steelman.excluded")}
          checked={settings.steelman}
          onChange={(steelman) => onChange({ steelman })}
        />
      </div>
    </div>
  );
}
