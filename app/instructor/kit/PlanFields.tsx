"use client";
import "#app/instructor/zod-jitless.ts";
import { useTranslations } from "next-intl";
import { blankStep, type KitForm, newKey, type StepRow } from "#app/instructor/kit/kit-form.ts";
import { Part } from "#app/instructor/kit/Part.tsx";
import { Rows } from "#app/instructor/kit/Rows.tsx";
import { Select } from "#app/instructor/kit/Select.tsx";
import type { ErrorOf } from "#app/instructor/kit/use-fault.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { KIT_LIMITS } from "#debate/content/debate-limits.ts";
import { LESSON_MINUTES } from "#debate/content/kit.ts";
import { type LessonMinutes, readingMinutes, suggestPlan } from "#debate/content/lesson-plan.ts";
import { LESSON_PHASES, type Phase } from "#debate/rules/phase-order.ts";

type PlanFieldsProps = {
  debate: Debate;
  plans: KitForm["plans"];
  errorOf: ErrorOf;
  onChange: (plans: KitForm["plans"]) => void;
};

/** [Y3] A plan for each length of lesson, which can begin with the usual steps. */
export function PlanFields({ debate, plans, errorOf, onChange }: PlanFieldsProps) {
  const t = useTranslations("instructor.kit.plans");
  const isEmpty = LESSON_MINUTES.every((minutes) => plans[minutes].length === 0);
  const suggested = useSuggested(debate);
  return (
    <Part id="plans-part" title={t("title")} lead={t("lead", { minutes: readingMinutes(debate) })}>
      {isEmpty && (
        <Button
          className="justify-self-start"
          onClick={() => onChange({ 20: suggested(20), 45: suggested(45), 90: suggested(90) })}
        >
          {t("suggestAll")}
        </Button>
      )}
      {LESSON_MINUTES.map((minutes) => (
        <PlanOf
          key={minutes}
          minutes={minutes}
          rows={plans[minutes]}
          errorOf={errorOf}
          onSuggest={isEmpty ? null : () => onChange({ ...plans, [minutes]: suggested(minutes) })}
          onRows={(rows) => onChange({ ...plans, [minutes]: rows })}
        />
      ))}
    </Part>
  );
}

type PlanOfProps = {
  minutes: LessonMinutes;
  rows: StepRow[];
  errorOf: ErrorOf;
  onSuggest: (() => void) | null;
  onRows: (rows: StepRow[]) => void;
};

function PlanOf({ minutes, rows, errorOf, onSuggest, onRows }: PlanOfProps) {
  const t = useTranslations("instructor.kit.plans");
  const tPhases = useTranslations("phases");
  const planned = rows.reduce((sum, row) => sum + (Number(row.minutes) || 0), 0);
  const phases = [
    { value: "", label: t("noPhase") },
    ...LESSON_PHASES.map((phase) => ({ value: phase, label: tPhases(`${phase}.name`) })),
  ];
  return (
    <details className="rounded-card border border-line" open={rows.length > 0 && minutes === 45}>
      <summary className="flex min-h-touch cursor-pointer flex-wrap items-baseline justify-between gap-x-4 px-4 py-3 hover:bg-sunken">
        <span className="font-semibold">{t("minutes", { minutes })}</span>
        <span className="text-sm text-ink-soft">
          {rows.length === 0
            ? t("none")
            : t(planned === minutes ? "fits" : "planned", { planned, count: rows.length })}
        </span>
      </summary>
      <div className="grid gap-3 border-t border-line p-4">
        {rows.length === 0 && onSuggest && (
          <Button className="justify-self-start" onClick={onSuggest}>
            {t("suggest")}
          </Button>
        )}
        <Rows
          rows={rows}
          blank={blankStep}
          most={KIT_LIMITS.steps}
          add={t("add")}
          nameOf={({ what }, number) => what || t("nameless", { number })}
          onRows={onRows}
        >
          {(row, set) => (
            <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-3 lg:grid-cols-[6rem_12rem_minmax(0,1fr)]">
              <Field
                inputMode="numeric"
                label={t("stepMinutes")}
                error={errorOf(`${row.key}.minutes`)}
                value={row.minutes}
                onChange={({ target }) => set({ minutes: target.value })}
              />
              <Select
                label={t("phase")}
                value={row.phase}
                options={phases}
                onChoose={(phase) => set({ phase: phase as Phase | "" })}
              />
              <Field
                multiline
                rows={1}
                style={{ minHeight: "3rem" }}
                className="max-lg:col-span-2"
                dir="auto"
                label={t("what")}
                error={errorOf(`${row.key}.what`)}
                value={row.what}
                onChange={({ target }) => set({ what: target.value })}
              />
            </div>
          )}
        </Rows>
      </div>
    </details>
  );
}

/** The usual steps of a lesson with the minutes that fit this debate. What they say is about Resolved, not about the debate. */
function useSuggested(debate: Debate): (minutes: LessonMinutes) => StepRow[] {
  const t = useTranslations("instructor.kit.plans.steps");
  return (minutes) => {
    const { steps, atHome } = suggestPlan(debate, minutes);
    return steps.map(({ phase, minutes: each }) => ({
      ...{ key: newKey(), minutes: `${each}`, phase },
      what: t(phase === "reading" && atHome ? "readingAtHome" : phase),
    }));
  };
}
