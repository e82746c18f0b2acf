"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { PowerLink } from "#app/shared/links/PowerLink.tsx";
import { EXPERIMENTS } from "#debate/activities/experiment/terms.ts";
import { excludedIn } from "#debate/rules/exclusions.ts";
import type { Settings } from "#debate/rules/settings.ts";

type ExperimentChoiceProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [M23] What the instructor wants to find out, what the class does for it, and how sure one class can be. */
export function ExperimentChoice({ settings, onChange }: ExperimentChoiceProps) {
  const t = useTranslations("instructor.opening.experiment");
  const { activities } = settings;
  const { experiment } = activities;
  if (!experiment) return null;
  const withKind = (kind: (typeof EXPERIMENTS)[number]) => ({ ...activities, experiment: { kind } });
  const isOut = (kind: (typeof EXPERIMENTS)[number]) =>
    excludedIn({ ...settings, activities: withKind(kind) }).includes("experiment");
  return (
    <div className="grid grid-cols-1 gap-2 pb-3">
      <SelectField
        label={t("kind")}
        hint={t(`does.${experiment.kind}`)}
        value={experiment.kind}
        onChange={(value) =>
          onChange({ activities: withKind(EXPERIMENTS.find((each) => each === value) ?? "order") })
        }
      >
        {EXPERIMENTS.map((each) => (
          <option key={each} value={each} disabled={isOut(each)}>
            {t(`kinds.${each}`)}
          </option>
        ))}
      </SelectField>
      <p className="text-sm text-ink-soft text-pretty">
        {t("sure")} <PowerLink>{t("plan")}</PowerLink>
      </p>
    </div>
  );
}
