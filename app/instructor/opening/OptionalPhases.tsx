"use client";
import { useTranslations } from "next-intl";
import { PHASE_SWITCHES } from "#app/activities/opening.ts";
import { CHOICES } from "#app/activities/opening-choices.ts";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { isOn } from "#debate/activities/open.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
import { isExcluded } from "#debate/rules/exclusions.ts";
import type { Settings } from "#debate/rules/settings.ts";

type OptionalPhasesProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P22] What follows from votes: in an anonymous session it can't be chosen, and says why [H11]. */
export function OptionalPhases({ settings, onChange }: OptionalPhasesProps) {
  const t = useTranslations("instructor.opening");
  const { activities } = settings;
  return (
    <div className="grid grid-cols-1 border-b border-line">
      {CHOICES.map(({ name, Choice }) => (
        <Choice key={name} settings={settings} onChange={onChange} />
      ))}
      <div className="border-t border-line">
        {PHASE_SWITCHES.map((name) => (
          <SwitchRow
            key={name}
            label={t(`${name}.label`)}
            hint={t(`${name}.hint`)}
            excluded={isExcluded(name, settings) && t(`${name}.excluded`)}
            checked={isOn(name, settings)}
            onChange={(on) => onChange({ activities: switched(activities, name, on) })}
          />
        ))}
      </div>
    </div>
  );
}
