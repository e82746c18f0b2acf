"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { PAIRS, PAIRS_BY } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type OptionalPhasesProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };

/** [P16] [P22] What follows from votes: not in an anonymous session, which says why. */
export function OptionalPhases({ settings, onChange }: OptionalPhasesProps) {
  const t = useTranslations("instructor.opening");
  if (settings.identity === "anonymous")
    return <p className="mt-2 text-sm text-ink-soft text-pretty">{t("notAnonymous")}</p>;
  return (
    <div className="grid grid-cols-1 border-b border-line">
      <div className="grid grid-cols-1 gap-3 border-line py-3">
        <Choices
          label={t("pairs.label")}
          hint={t("pairs.hint")}
          options={PAIRS.map((value) => ({ value, label: t(`pairs.${value}`) }))}
          value={settings.pairs}
          onChoose={(pairs) => onChange({ pairs })}
        />
        {settings.pairs !== "off" && (
          <Choices
            label={t("pairs.by")}
            options={PAIRS_BY.map((value) => ({ value, label: t(`pairs.${value}`) }))}
            value={settings.pairsBy}
            onChoose={(pairsBy) => onChange({ pairsBy })}
          />
        )}
      </div>
      <div className="border-t border-line">
        <SwitchRow
          label={t("steelman.label")}
          hint={t("steelman.hint")}
          checked={settings.steelman}
          onChange={(steelman) => onChange({ steelman })}
        />
      </div>
    </div>
  );
}

type ChoicesProps<Value extends string> = {
  label: string;
  hint?: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
};

function Choices<Value extends string>({ label, hint, options, value, onChoose }: ChoicesProps<Value>) {
  const id = useId();
  return (
    <div className="grid grid-cols-1 gap-2">
      <div>
        <p id={id} className="font-medium">
          {label}
        </p>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-soft text-pretty">
            {hint}
          </p>
        )}
      </div>
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onValueChange={(chosen) => onChoose(chosen as Value)}
        className="flex flex-wrap gap-x-6 gap-y-1"
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's control inside renders the input
          <label key={option.value} className="flex min-h-touch cursor-pointer items-center gap-2.5">
            <Radio.Root
              value={option.value}
              className="grid size-5 shrink-0 place-items-center rounded-full border-2 border-line-strong bg-surface data-checked:border-ink"
            >
              <Radio.Indicator className="size-2.5 rounded-full bg-ink" />
            </Radio.Root>
            {option.label}
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
