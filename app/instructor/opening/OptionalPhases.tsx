"use client";
import { useTranslations } from "next-intl";
import { PHASE_SWITCHES } from "#app/activities/opening.ts";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { isOn } from "#debate/activities/open.ts";
import { switched, withoutActivity } from "#debate/rules/chosen-activities.ts";
import { isExcluded } from "#debate/rules/exclusions.ts";
import { PAIRS_BY, PAIRS_WHEN } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type OptionalPhasesProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P22] What follows from votes: in an anonymous session it can't be chosen, and says why [H11]. */
export function OptionalPhases({ settings, onChange }: OptionalPhasesProps) {
  const t = useTranslations("instructor.opening");
  const hasNoPairs = isExcluded("pairs", settings);
  const { activities } = settings;
  const { pairs } = activities;
  const setPairs = (chosen: Partial<NonNullable<typeof pairs>>) =>
    onChange({ activities: { ...activities, pairs: { when: "after", by: "voice", ...pairs, ...chosen } } });
  return (
    <div className="grid grid-cols-1 border-b border-line">
      <div className="grid grid-cols-1 gap-3 py-3">
        <SelectField
          label={t("pairs.label")}
          hint={t(hasNoPairs ? "pairs.excluded" : "pairs.hint")}
          disabled={hasNoPairs}
          value={pairs?.when ?? "off"}
          onChange={(value) => {
            const when = PAIRS_WHEN.find((each) => each === value);
            if (when) setPairs({ when });
            else onChange({ activities: withoutActivity(activities, "pairs") });
          }}
        >
          {["off" as const, ...PAIRS_WHEN].map((each) => (
            <option key={each} value={each}>
              {t(`pairs.${each}`)}
            </option>
          ))}
        </SelectField>
        {pairs && (
          <SelectField
            label={t("pairs.by")}
            hint={pairs.by === "text" && t("pairs.textHint")}
            value={pairs.by}
            onChange={(value) => setPairs({ by: PAIRS_BY.find((each) => each === value) ?? "voice" })}
          >
            {PAIRS_BY.map((each) => (
              <option key={each} value={each}>
                {t(`pairs.${each}`)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
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
