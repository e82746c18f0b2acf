"use client";
import { useTranslations } from "next-intl";
import { setFields } from "#app/instructor/editor/changes.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import { READING_LEVELS } from "#debate/content/debate-limits.ts";

/** How hard the debate is to read, as its author says. */
export function LevelField({ level }: { level: string }) {
  const t = useTranslations("instructor.editor");
  const levels = useTranslations("instructor.hand.levels");
  const { step } = useEditor();
  return (
    <div className="grid gap-1.5">
      <label htmlFor="level" className="font-semibold">
        {t("level")}
      </label>
      <select
        id="level"
        value={level}
        onChange={({ target }) => step({ do: "change", change: setFields({ level: target.value }) })}
        className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
      >
        <option value="">{levels("none")}</option>
        {READING_LEVELS.map((each) => (
          <option key={each} value={each}>
            {levels(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
