"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { leftOutOf, PRESETS, planOf } from "#debate/rules/presets.ts";
import { PRESET_NAMES, type Preset } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type PresetChoiceProps = {
  /** What the settings began with. */
  preset: Preset | null;
  isChanged: boolean;
  settings: Settings;
  onChoose: (preset: Preset) => void;
};

/** [H10] Whole lessons to begin with, and the phases that the chosen one has now, with their minutes. */
export function PresetChoice({ preset, isChanged, settings, onChoose }: PresetChoiceProps) {
  const t = useTranslations("instructor.opening.presets");
  return (
    <div className="grid grid-cols-1 gap-3">
      <div>
        <h3 id="preset" className="font-semibold">
          {t("title")}
        </h3>
        <p id="preset-hint" className="mt-0.5 text-sm text-ink-soft text-pretty">
          {t("hint")}
        </p>
      </div>
      <RadioGroup
        aria-labelledby="preset"
        aria-describedby="preset-hint"
        value={preset}
        onValueChange={(value) => onChoose(value as Preset)}
        className="grid grid-cols-1 gap-2 sm:grid-cols-3"
      >
        {PRESET_NAMES.map((value) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's control inside renders the input
          <label
            key={value}
            className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 gap-y-1 rounded-control border border-line-strong p-3.5 has-data-checked:border-ink has-data-checked:bg-sunken has-data-checked:ring-1 has-data-checked:ring-ink"
          >
            <Radio.Root
              value={value}
              className="mt-0.5 grid size-5 place-items-center rounded-full border-2 border-line-strong bg-surface data-checked:border-ink"
            >
              <Radio.Indicator className="size-2.5 rounded-full bg-ink" />
            </Radio.Root>
            <span className="flex flex-wrap justify-between gap-x-2.5 sm:grid sm:gap-y-1">
              <span className="font-semibold">{t(`${value}.name`)}</span>
              <span>{t("minutes", { count: PRESETS[value].total })}</span>
            </span>
            <span className="col-span-2 text-sm text-ink-soft text-pretty">{t(`${value}.what`)}</span>
          </label>
        ))}
      </RadioGroup>
      {preset !== null && (
        <div className="grid gap-1 text-sm">
          <p className="text-pretty">
            {isChanged && (
              <span className="font-semibold">{t("changed", { name: t(`${preset}.name`) })} </span>
            )}
            <Plan preset={preset} settings={settings} />
          </p>
          {!isChanged && <LeftOut preset={preset} settings={settings} />}
          {isChanged && (
            <Button className="mt-1 justify-self-start" onClick={() => onChoose(preset)}>
              {t("again", { name: t(`${preset}.name`) })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

type ChosenProps = { preset: Preset; settings: Settings };

function Plan({ preset, settings }: ChosenProps) {
  const t = useTranslations("instructor.opening.presets");
  const plan = planOf(preset, settings);
  const total = plan.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const phases = plan.map(({ phase, minutes }) => {
    const name = t(`phases.${phase}`);
    return minutes === undefined ? name : t("phase", { name, minutes });
  });
  return t("plan", { total, phases: phases.join("\u00a0· ") });
}

function LeftOut({ preset, settings }: ChosenProps) {
  const t = useTranslations("instructor.opening");
  const { list } = useJoined();
  const leftOut = leftOutOf(preset, settings);
  if (leftOut.length === 0) return null;
  const names = list(...leftOut.map((name) => t(`${name}.label`)));
  return <p className="text-ink-soft text-pretty">{t("presets.leftOut", { names })}</p>;
}
