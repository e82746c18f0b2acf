"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "#app/shared/controls/Field.tsx";
import { TIMED_PHASES, type TimedPhase } from "#debate/rules/phase-order.ts";
import { phasesOf } from "#debate/rules/phases.ts";
import { PHASE_MINUTES } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { halfWidth } from "#debate/rules/text.ts";

type MinutesFieldsProps = {
  settings: Settings;
  onChange: (minutes: Settings["minutes"]) => void;
};

/** [D35] How long each phase is meant to take. */
export function MinutesFields({ settings, onChange }: MinutesFieldsProps) {
  const { minutes = {} } = settings;
  const phases: readonly string[] = phasesOf(settings);
  const t = useTranslations("instructor.opening.minutes");
  const set = (phase: TimedPhase, count: number | null) => {
    const { [phase]: _, ...others } = minutes;
    const next = count === null ? others : { ...others, [phase]: count };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <fieldset>
      <legend className="font-semibold">{t("title")}</legend>
      <p className="mt-0.5 mb-3 text-sm text-ink-soft text-pretty">{t("hint")}</p>
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
        {TIMED_PHASES.filter((phase) => phases.includes(phase)).map((phase) => (
          <Minutes key={phase} phase={phase} count={minutes[phase]} onCount={(count) => set(phase, count)} />
        ))}
      </div>
    </fieldset>
  );
}

type MinutesProps = {
  phase: TimedPhase;
  count: number | undefined;
  onCount: (count: number | null) => void;
};

function Minutes({ phase, count, onCount }: MinutesProps) {
  const t = useTranslations("phases");
  const words = useTranslations("instructor.opening.minutes");
  const [typed, setTyped] = useState(count === undefined ? "" : `${count}`);
  const countIn = (text: string) => {
    const number = Number(halfWidth(text).trim());
    return Number.isInteger(number) && number >= 1 && number <= PHASE_MINUTES ? number : null;
  };
  const isWrong = typed.trim() !== "" && countIn(typed) === null;
  return (
    <Field
      label={t(`${phase}.name`)}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onCount(countIn(target.value));
      }}
      {...(isWrong && { error: words("wrong", { most: PHASE_MINUTES }) })}
    />
  );
}
