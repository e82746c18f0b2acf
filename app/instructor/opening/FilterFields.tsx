"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { FILTER_LIMITS } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type FilterFieldsProps = {
  settings: Settings;
  onChange: (fields: Pick<Settings, "filter">) => void;
};

/** Whether coarse words are held, and which words are coarse here besides. */
export function FilterFields({ settings: { filter }, onChange }: FilterFieldsProps) {
  const t = useTranslations("instructor.opening.filter");
  const { list } = useJoined();
  // As typed: a comma at the end is no word yet.
  const [typed, setTyped] = useState(list(...filter.words));
  return (
    <div className="grid border-b border-line">
      <SwitchRow
        label={t("label")}
        hint={t("hint")}
        checked={filter.holds}
        onChange={(holds) => onChange({ filter: { ...filter, holds } })}
      />
      {filter.holds && (
        <Field
          optional
          dir="auto"
          label={t("words.label")}
          hint={t("words.hint", { count: FILTER_LIMITS.words })}
          className="pb-3"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange({ filter: { ...filter, words: wordsIn(target.value) } });
          }}
        />
      )}
    </div>
  );
}

function wordsIn(typed: string): string[] {
  return typed
    .split(/[,，、]/u)
    .map((word) => word.trim().slice(0, FILTER_LIMITS.length))
    .filter((word) => word !== "")
    .slice(0, FILTER_LIMITS.words);
}
