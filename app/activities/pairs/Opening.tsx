"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import type { Chosen } from "#debate/activities/open.ts";
import { PAIRS_BY, PAIRS_WHEN } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type PairsChoiceProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P22] When the class argues in pairs, and how they talk. */
export function PairsChoice({ settings: { activities }, onChange }: PairsChoiceProps) {
  const t = useTranslations("instructor.opening.pairs");
  const { pairs } = activities;
  if (!pairs) return null;
  return (
    <>
      <SelectField
        label={t("when")}
        value={pairs.when}
        onChange={(value) => {
          const when = PAIRS_WHEN.find((each) => each === value) ?? pairs.when;
          onChange({ activities: { ...activities, pairs: { ...pairs, when } } });
        }}
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
        onChange={(value) => {
          const by = PAIRS_BY.find((each) => each === value) ?? pairs.by;
          onChange({ activities: { ...activities, pairs: { ...pairs, by } } });
        }}
      >
        {PAIRS_BY.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** A key of `instructor.opening.more`. */
export const summaryOfPairs = ({ activities: { pairs } }: Chosen) =>
  pairs ? (`pairs.${pairs.when}` as const) : null;
