"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { isExcluded } from "#debate/rules/exclusions.ts";
import { STARTERS_FOR } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type StartersFieldProps = {
  settings: Settings;
  onChange: (fields: Pick<Settings, "starters">) => void;
};

/** [X12] Whom sentence starters are offered to. */
export function StartersField({ settings, onChange }: StartersFieldProps) {
  const t = useTranslations("instructor.opening.starters");
  const isOut = isExcluded("starters", settings);
  const choose = (value: string) =>
    onChange({ starters: STARTERS_FOR.find((each) => each === value) ?? "off" });
  return (
    <div className="py-3">
      <SelectField
        label={t("label")}
        hint={t(isOut ? "excluded" : "hint")}
        disabled={isOut}
        value={settings.starters}
        onChange={choose}
      >
        {STARTERS_FOR.map((each) => (
          <option key={each} value={each}>
            {t(`for.${each}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
