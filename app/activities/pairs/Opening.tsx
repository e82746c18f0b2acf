"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { withoutActivity } from "#debate/rules/chosen-activities.ts";
import { isExcluded } from "#debate/rules/exclusions.ts";
import { PAIRS_BY, PAIRS_WHEN } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type PairsChoiceProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P22] When the class argues in pairs, and how they talk. */
export function PairsChoice({ settings, onChange }: PairsChoiceProps) {
  const t = useTranslations("instructor.opening.pairs");
  const isOut = isExcluded("pairs", settings);
  const { activities } = settings;
  const { pairs } = activities;
  const set = (chosen: Partial<NonNullable<typeof pairs>>) =>
    onChange({ activities: { ...activities, pairs: { when: "after", by: "voice", ...pairs, ...chosen } } });
  return (
    <div className="grid grid-cols-1 gap-3 py-3">
      <SelectField
        label={t("label")}
        hint={t(isOut ? "excluded" : "hint")}
        disabled={isOut}
        value={pairs?.when ?? "off"}
        onChange={(value) => {
          const when = PAIRS_WHEN.find((each) => each === value);
          if (when) set({ when });
          else onChange({ activities: withoutActivity(activities, "pairs") });
        }}
      >
        {["off" as const, ...PAIRS_WHEN].map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </SelectField>
      {pairs && (
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
      )}
    </div>
  );
}
