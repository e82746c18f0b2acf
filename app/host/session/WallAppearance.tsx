"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { SessionPart } from "#app/host/session/SessionPart.tsx";
import { LANGUAGE_NAMES, LANGUAGES } from "#debate/rules/languages.ts";
import { present } from "#debate/rules/present.ts";
import type { WallAppearance as Appearance } from "#debate/rules/snapshot.ts";

const THEMES = ["light", "dark"] as const;

/** [V27] The colors and the language of the projector, whatever its own computer prefers. */
export function WallAppearance({ appearance }: { appearance: Appearance }) {
  const t = useTranslations("host.wallLook");
  const [{ theme, language }, change] = useChosenAppearance(appearance);
  return (
    <SessionPart title={t("title")}>
      <div className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
        <Choice
          label={t("theme")}
          value={theme}
          options={THEMES.map((each) => [each, t(each)])}
          onChange={(chosen) => void change({ theme: chosen })}
        />
        <Choice
          label={t("language")}
          value={language}
          options={LANGUAGES.map((each) => [each, LANGUAGE_NAMES[each]])}
          onChange={(chosen) => void change({ language: chosen })}
        />
      </div>
    </SessionPart>
  );
}

type Changed = { [Key in keyof Appearance]?: Appearance[Key] | undefined };

/** The choice made here at once; the stored one if it was refused or another window chose. */
function useChosenAppearance({
  theme,
  language,
}: Appearance): [Appearance, (changed: Changed) => Promise<void>] {
  const { setWallAppearance } = useCommands();
  const stored = useMemo(() => present({ theme, language }), [theme, language]);
  const [appearance, setAppearance] = useState<Appearance>(stored);
  const unanswered = useRef(0);
  useEffect(() => {
    // A choice of another window, or the answer to the newest of this one.
    if (unanswered.current === 0) setAppearance(stored);
  }, [stored]);
  const change = async (changed: Changed) => {
    const next = present({ ...appearance, ...changed });
    setAppearance(next);
    unanswered.current += 1;
    const isDone = await setWallAppearance(next);
    unanswered.current -= 1;
    if (!isDone) setAppearance(stored);
  };
  return [appearance, change];
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value | undefined;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value | undefined) => void;
};

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const t = useTranslations("host.wallLook");
  return (
    <label className="grid min-w-[min(8rem,100%)] flex-1 grid-cols-1 gap-1">
      <span className="text-ink-soft">{label}</span>
      <select
        value={value ?? ""}
        onChange={(event) => onChange(options.find(([each]) => each === event.target.value)?.[0])}
        className="min-h-touch rounded-control border border-line-strong bg-surface px-3 text-base"
      >
        <option value="">{t("automatic")}</option>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
