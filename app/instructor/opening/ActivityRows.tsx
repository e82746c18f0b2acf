"use client";
import { useTranslations } from "next-intl";
import { CHOICES } from "#app/activities/opening.ts";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { ACTIVITIES, type ActivityName, activityOf } from "#debate/activities/index.ts";
import { isOn } from "#debate/activities/open.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
import { excludedIn } from "#debate/rules/exclusions.ts";
import { TIMED_PHASES } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

type ActivityRowsProps = {
  settings: Settings;
  unfit: readonly ActivityName[];
  /** [H12] */
  carriedOf: (name: ActivityName) => string | null;
  onChange: (fields: Partial<Settings>) => void;
};

/** [H16] The activities in the order of the lesson. Where the session can't have one, the reason is there [H11]. */
export function ActivityRows({ settings, unfit, carriedOf, onChange }: ActivityRowsProps) {
  const t = useTranslations("instructor.opening");
  const excluded = excludedIn(settings);
  const whyNot = (name: ActivityName) => {
    const out = excluded.find((each) => each === name);
    return out !== undefined && t(`${out}.excluded`);
  };
  const timeOf = (name: ActivityName) => {
    const count = plannedMinutes(name, settings);
    return count > 0 ? t("activities.minutes", { count }) : t(`${name}.time`);
  };
  return (
    <section aria-labelledby="activities">
      <h3 id="activities" className="font-semibold">
        {t("activities.title")}
      </h3>
      <p className="mt-0.5 mb-2 text-sm text-ink-soft text-pretty">{t("activities.hint")}</p>
      <ul className="border-y border-line">
        {ACTIVITIES.map(({ name }) => name)
          .filter((name) => !unfit.includes(name))
          .map((name) => {
            const Choice = CHOICES[name];
            return (
              <li key={name} className="border-t border-line first:border-t-0">
                <SwitchRow
                  label={t(`${name}.label`)}
                  time={timeOf(name)}
                  hint={t(`${name}.hint`)}
                  excluded={whyNot(name)}
                  note={carriedOf(name)}
                  checked={isOn(name, settings)}
                  onChange={(on) => onChange({ activities: switched(settings.activities, name, on) })}
                />
                {Choice && <Choice settings={settings} onChange={onChange} />}
              </li>
            );
          })}
      </ul>
    </section>
  );
}

/** The minutes that are planned for the phases of an activity that the session has. */
function plannedMinutes(name: ActivityName, settings: Settings): number {
  if (!isOn(name, settings)) return 0;
  return TIMED_PHASES.filter((phase) => activityOf(phase) === name).reduce(
    (sum, phase) => sum + (settings.minutes?.[phase] ?? 0),
    0,
  );
}
