"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { CONTROL_LENGTH } from "#debate/activities/control/rules.ts";
import { guessLanguage } from "#debate/content/language.ts";
import type { Settings } from "#debate/rules/settings.ts";

type ControlChoiceProps = { settings: Settings; onChange: (fields: Partial<Settings>) => void };
type Listed = { debates: { resolution: string }[] };

/** [M40] The resolution that nobody debates: the instructor's own, or another one of the library. */
export function ControlChoice({ settings: { activities, language }, onChange }: ControlChoiceProps) {
  const t = useTranslations("instructor.opening.control");
  const [suggested, setSuggested] = useState<readonly string[]>([]);
  const { control } = activities;
  const isOn = control !== undefined;
  useEffect(() => {
    if (!isOn) return;
    ask<Listed>("GET", "/api/debates").then((reply) => {
      if (!reply.ok) return;
      const fitting = reply.value.debates
        .map(({ resolution }) => resolution)
        .filter((each) => each.length <= CONTROL_LENGTH && guessLanguage(each).lang === language);
      setSuggested([...new Set(fitting)]);
    });
  }, [isOn, language]);
  if (!control) return null;
  const { resolution } = control;
  const write = (words: string) =>
    onChange({ activities: { ...activities, control: { resolution: words } } });
  const next = suggested[(suggested.indexOf(resolution) + 1) % suggested.length];
  return (
    <div className="grid grid-cols-1 gap-2 pb-3">
      <Field
        label={t("resolution")}
        hint={t("resolutionHint")}
        limit={CONTROL_LENGTH}
        error={resolution.trim() === "" && t("missing")}
        value={resolution}
        onChange={({ target }) => write(target.value)}
      />
      {next !== undefined && (
        <div>
          <Button size="small" onClick={() => write(next)}>
            {t("suggest")}
          </Button>
        </div>
      )}
    </div>
  );
}
