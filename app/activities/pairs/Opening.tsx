"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { PAIRS_BY, PAIRS_WHEN } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type PairsChoiceProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P22] When the class argues in pairs, and how they talk. */
export function PairsChoice({ settings: { activities }, onChange }: PairsChoiceProps) {
  const t = useTranslations("instructor.opening.pairs");
  const { pairs } = activities;
  if (!pairs) return null;
  const set = (chosen: Partial<typeof pairs>) =>
    onChange({ activities: { ...activities, pairs: { ...pairs, ...chosen } } });
  return (
    <div className="grid grid-cols-1 gap-3 pb-3 sm:grid-cols-2">
      <SelectField
        label={t("when")}
        value={pairs.when}
        onChange={(value) => set({ when: PAIRS_WHEN.find((each) => each === value) ?? "after" })}
      >
        {PAIRS_WHEN.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("by")}
        hint={pairs.by === "text" && t("textHint")}
        value={pairs.by}
        onChange={(value) => set({ by: PAIRS_BY.find((each) => each === value) ?? "voice" })}
      >
        {PAIRS_BY.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
