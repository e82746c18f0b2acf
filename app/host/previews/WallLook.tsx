"use client";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#debate/rules/languages.ts";
import { present } from "#debate/rules/present.ts";
import type { WallLook as Look } from "#debate/rules/snapshot.ts";

const THEMES = ["light", "dark"] as const;

/** [V27] The colors and the language of the projector, whatever its own computer prefers. */
export function WallLook({ look }: { look: Look }) {
  const t = useTranslations("host.wallLook");
  const { lookOfWall } = useCommands();
  const [isPending, run] = usePending();
  const change = (changed: { [Key in keyof Look]?: Look[Key] | undefined }) =>
    void run(() => lookOfWall(present({ ...look, ...changed })));
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
      <Choice
        label={t("theme")}
        value={look.theme}
        options={THEMES.map((theme) => [theme, t(theme)])}
        isDisabled={isPending}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        label={t("language")}
        value={look.language}
        options={LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]])}
        isDisabled={isPending}
        onChange={(language) => change({ language })}
      />
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value | undefined;
  options: readonly (readonly [Value, string])[];
  isDisabled: boolean;
  onChange: (value: Value | undefined) => void;
};

function Choice<Value extends string>({ label, value, options, isDisabled, onChange }: ChoiceProps<Value>) {
  const t = useTranslations("host.wallLook");
  return (
    <label className="grid min-w-32 flex-1 gap-1">
      <span className="text-ink-soft">{label}</span>
      <select
        value={value ?? ""}
        disabled={isDisabled}
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
