"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { RETENTION_CHOICES, type Retention } from "#debate/rules/retention.ts";

/** [H15] Asks the first instructor how long sessions are kept, or says for how long. */
export function RetentionField({ days, isFixed }: Retention) {
  const t = useTranslations("instructor.account.retention");
  const choices = ["ninetyDays", "schoolYear", "threeYears"] as const;
  if (isFixed && days !== undefined)
    return (
      <div className="grid gap-1.5">
        <p className="font-semibold">{t("label")}</p>
        <p className="text-sm text-ink-soft">
          {t("days", { days })} {t("byEnvironment")}
        </p>
      </div>
    );
  return (
    <SelectField
      label={t("label")}
      hint={t("hint")}
      name="retention"
      defaultValue={String(RETENTION_CHOICES.schoolYear)}
    >
      {choices.map((choice) => (
        <option key={choice} value={RETENTION_CHOICES[choice]}>
          {t(`choice.${choice}`)}
        </option>
      ))}
      <option value="">{t("choice.none")}</option>
    </SelectField>
  );
}
