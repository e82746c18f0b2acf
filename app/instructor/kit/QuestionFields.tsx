"use client";
import { useTranslations } from "next-intl";
import { linesOf, type QuestionRow } from "#app/instructor/kit/kit-form.ts";
import { Select } from "#app/instructor/kit/Select.tsx";
import type { ErrorOf } from "#app/instructor/kit/use-fault.ts";
import { Field } from "#app/shared/controls/Field.tsx";

type QuestionFieldsProps = {
  row: QuestionRow;
  errorOf: ErrorOf;
  onChange: (fields: Partial<QuestionRow>) => void;
};

/** A field of one line that grows with its text. */
const ONE_LINE = "[&_textarea]:min-h-touch!";

export function QuestionFields({ row, errorOf, onChange }: QuestionFieldsProps) {
  const t = useTranslations("instructor.kit.questions");
  const options = linesOf(row.options);
  return (
    <div className="grid grid-cols-1 gap-3 rounded-card border border-line p-4">
      <Field
        multiline
        rows={1}
        className={ONE_LINE}
        dir="auto"
        label={t("question")}
        error={errorOf(`${row.key}.question`)}
        value={row.question}
        onChange={({ target }) => onChange({ question: target.value })}
      />
      <Field
        multiline
        rows={3}
        dir="auto"
        label={t("options")}
        hint={t("optionsHint")}
        error={errorOf(`${row.key}.options`)}
        value={row.options}
        onChange={({ target }) => onChange({ options: target.value })}
      />
      <Select
        label={t("answer")}
        value={`${row.answer}`}
        onChoose={(answer) => onChange({ answer: Number(answer) })}
        options={(options.length > 0 ? options : [""]).map((option, index) => ({
          value: `${index}`,
          label: `${index + 1}. ${option}`,
        }))}
      />
      <Field
        optional
        multiline
        rows={1}
        className={ONE_LINE}
        dir="auto"
        label={t("why")}
        error={errorOf(`${row.key}.why`)}
        value={row.why}
        onChange={({ target }) => onChange({ why: target.value })}
      />
    </div>
  );
}
