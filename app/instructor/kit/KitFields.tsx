"use client";
import { useTranslations } from "next-intl";
import type { Faults } from "#app/instructor/editor/check.ts";
import type { KitForm } from "#app/instructor/kit/kit-form.ts";
import { blankQuestion, blankTerm } from "#app/instructor/kit/kit-form.ts";
import { Part } from "#app/instructor/kit/Part.tsx";
import { PlanFields } from "#app/instructor/kit/PlanFields.tsx";
import { QuestionFields } from "#app/instructor/kit/QuestionFields.tsx";
import { Rows } from "#app/instructor/kit/Rows.tsx";
import { useFault } from "#app/instructor/kit/use-fault.ts";
import { Field } from "#app/shared/controls/Field.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { DEBATE_LIMITS, KIT_LIMITS } from "#debate/content/debate-limits.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";

type KitFieldsProps = {
  debate: Debate;
  form: KitForm;
  faults: Faults;
  onChange: (fields: Partial<KitForm>) => void;
};

/** Every part of a kit; each can stay empty. */
export function KitFields({ debate, form, faults, onChange }: KitFieldsProps) {
  const t = useTranslations("instructor.kit");
  const tPhases = useTranslations("phases");
  const errorOf = useFault(faults);
  return (
    <div className="grid grid-cols-1 gap-12">
      <PlanFields
        debate={debate}
        plans={form.plans}
        errorOf={errorOf}
        onChange={(plans) => onChange({ plans })}
      />
      <Part id="objectives-part" title={t("objectives.title")} lead={t("objectives.lead")}>
        <Field
          multiline
          dir="auto"
          label={t("objectives.label")}
          hint={t("oneEach")}
          error={errorOf("objectives")}
          value={form.objectives}
          onChange={({ target }) => onChange({ objectives: target.value })}
        />
      </Part>
      <Part id="glossary-part" title={t("glossary.title")} lead={t("glossary.lead")}>
        <Rows
          rows={form.glossary}
          blank={blankTerm}
          most={KIT_LIMITS.glossary}
          add={t("glossary.add")}
          nameOf={({ term }, number) => term || t("glossary.nameless", { number })}
          onRows={(glossary) => onChange({ glossary })}
        >
          {(row, set) => (
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
              <Field
                dir="auto"
                label={t("glossary.term")}
                error={errorOf(`${row.key}.term`)}
                value={row.term}
                onChange={({ target }) => set({ term: target.value })}
              />
              <Field
                multiline
                rows={2}
                style={{ minHeight: "5rem" }}
                dir="auto"
                label={t("glossary.meaning")}
                error={errorOf(`${row.key}.meaning`)}
                value={row.meaning}
                onChange={({ target }) => set({ meaning: target.value })}
              />
            </div>
          )}
        </Rows>
      </Part>
      <Part id="questions-part" title={t("questions.title")} lead={t("questions.lead")}>
        <Rows
          rows={form.questions}
          blank={blankQuestion}
          most={KIT_LIMITS.questions}
          add={t("questions.add")}
          nameOf={({ question }, number) => question || t("questions.nameless", { number })}
          onRows={(questions) => onChange({ questions })}
        >
          {(row, set) => <QuestionFields row={row} errorOf={errorOf} onChange={set} />}
        </Rows>
      </Part>
      <Part id="ticket-part" title={t("exitTicket.title")} lead={t("exitTicket.lead")}>
        <Field
          multiline
          dir="auto"
          label={t("exitTicket.label")}
          hint={t("oneEach")}
          error={errorOf("exitTicket")}
          value={form.exitTicket}
          onChange={({ target }) => onChange({ exitTicket: target.value })}
        />
      </Part>
      <Part id="notes-part" title={t("notes.title")} lead={t("notes.lead")}>
        <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
          {LESSON_PHASES.map((phase) => (
            <Field
              key={phase}
              multiline
              rows={3}
              dir="auto"
              label={tPhases(`${phase}.name`)}
              error={errorOf(`notes.${phase}`)}
              value={form.notes[phase] ?? ""}
              onChange={({ target }) => onChange({ notes: { ...form.notes, [phase]: target.value } })}
            />
          ))}
        </div>
      </Part>
      <Part id="licence-part" title={t("licence.title")} lead={t("licence.lead")}>
        <Field
          dir="auto"
          label={t("licence.label")}
          error={errorOf("licence")}
          limit={DEBATE_LIMITS.label}
          value={form.licence}
          onChange={({ target }) => onChange({ licence: target.value })}
        />
      </Part>
    </div>
  );
}
