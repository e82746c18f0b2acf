"use client";
import { useTranslations } from "next-intl";
import { OPENING } from "#app/activities/opening.ts";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { type Origin, useCarried } from "#app/instructor/opening/use-carried.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import { isOn } from "#debate/activities/open.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
import { excludedIn } from "#debate/rules/exclusions.ts";
import { minutesOfActivity } from "#debate/rules/presets.ts";
import type { Settings } from "#debate/rules/settings.ts";

type ActivityRowsProps = {
  settings: Settings;
  /** [H12] */
  origin: Origin;
  unfit: readonly ActivityName[];
  onChange: (fields: Partial<Settings>) => void;
};

/** [H16] The activities in the order of the lesson, each with a sentence and its minutes, and why a session can't have it [H11]. */
export function ActivityRows({ settings, origin, unfit, onChange }: ActivityRowsProps) {
  const t = useTranslations("instructor.opening");
  const carried = useCarried(origin, settings);
  const excluded: readonly ActivityName[] = excludedIn(settings);
  const rows = OPENING.filter(({ name }) => !unfit.includes(name));
  return (
    <div className="border-y border-line">
      {rows.map(({ name, label, hint, excluded: why, takes, Choice, isTold }) => (
        <div key={name} className="border-t border-line first:border-t-0">
          <SwitchRow
            label={t(label)}
            hint={t(hint)}
            aside={sayMinutes(t, minutesOfActivity(name, settings) ?? { minutes: takes })}
            excluded={excluded.includes(name) && why !== undefined && t(why)}
            note={isTold && carried.of(name)}
            checked={isOn(name, settings)}
            onChange={(on) => onChange({ activities: switched(settings.activities, name, on) })}
          />
          {Choice && isOn(name, settings) && (
            <div className="grid gap-3 pb-4 sm:grid-cols-2">
              <Choice settings={settings} onChange={onChange} />
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

type Takes = { minutes: number | undefined; isPlanned?: boolean };

function sayMinutes(
  t: ReturnType<typeof useTranslations<"instructor.opening">>,
  { minutes, isPlanned }: Takes,
) {
  if (minutes === undefined) return t("takes.none");
  return t(isPlanned ? "takes.planned" : "takes.about", { minutes });
}
