"use client";
import { useTranslations } from "next-intl";
import type { CriteriaDraft } from "#app/host/marks/criteria/criteria-draft.ts";
import { ArrowUp, Trash } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { CRITERION_LENGTH, LEVEL_LENGTH } from "#debate/rules/mark-limits.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** What keeps a criterion from being saved: `name` missing, or something too long. */
export function problemsIn({ name, levels }: CriteriaDraft): ("name" | "long")[] {
  const isLong =
    countCharacters(name) > CRITERION_LENGTH || levels.some((each) => countCharacters(each) > LEVEL_LENGTH);
  return [...(name.trim() === "" ? (["name"] as const) : []), ...(isLong ? (["long"] as const) : [])];
}

const near = (text: string, limit: number) => countCharacters(text) > limit - 20 && { limit };

type CriterionFieldsProps = {
  criterion: CriteriaDraft;
  place: number;
  isTried: boolean;
  onChange: (criterion: CriteriaDraft) => void;
  onRemove: () => void;
  onUp: (() => void) | null;
};

export function CriterionFields(props: CriterionFieldsProps) {
  const { criterion, place, isTried, onChange, onRemove, onUp } = props;
  const t = useTranslations("marks.criteria");
  const { name, levels } = criterion;
  const number = place + 1;
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-card border border-line bg-surface p-4">
      <legend className="sr-only">{t("number", { number })}</legend>
      <Field
        label={t("number", { number })}
        dir="auto"
        autoComplete="off"
        value={name}
        onChange={(event) => onChange({ ...criterion, name: event.target.value })}
        {...(isTried && problemsIn(criterion).includes("name") && { error: t("nameMissing") })}
        {...near(name, CRITERION_LENGTH)}
      />
      <details open={levels.some((each) => countCharacters(each) > LEVEL_LENGTH) || undefined}>
        <summary className="min-h-touch content-center font-semibold soft-underline">{t("levels")}</summary>
        <div className="grid gap-2 pt-1">
          {levels.map((words, level) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the level.
              key={level}
              label={t("level", { level })}
              dir="auto"
              autoComplete="off"
              value={words}
              onChange={(event) => onChange({ ...criterion, levels: levels.with(level, event.target.value) })}
              {...near(words, LEVEL_LENGTH)}
            />
          ))}
        </div>
      </details>
      <div className="flex flex-wrap gap-2">
        {onUp && (
          <Button size="small" onClick={onUp} aria-label={t("upNamed", { number })}>
            <ArrowUp aria-hidden="true" className="size-4.5" />
            {t("up")}
          </Button>
        )}
        <Button size="small" onClick={onRemove} aria-label={t("removeNamed", { number })}>
          <Trash aria-hidden="true" className="size-4.5" />
          {t("remove")}
        </Button>
      </div>
    </fieldset>
  );
}
