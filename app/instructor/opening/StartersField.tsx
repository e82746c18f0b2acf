"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "#app/shared/SelectField.tsx";
import { STARTERS_FOR } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type StartersFieldProps = {
  starters: Settings["starters"];
  onChange: (fields: Pick<Settings, "starters">) => void;
};

/** [X12] Whom sentence starters are offered to. */
export function StartersField({ starters, onChange }: StartersFieldProps) {
  const t = useTranslations("instructor.opening.starters");
  const choose = (value: string) =>
    onChange({ starters: STARTERS_FOR.find((each) => each === value) ?? "off" });
  return (
    <div className="py-3">
      <SelectField label={t("label")} hint={t("hint")} value={starters} onChange={choose}>
        {STARTERS_FOR.map((each) => (
          <option key={each} value={each}>
            {t(`for.${each}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
