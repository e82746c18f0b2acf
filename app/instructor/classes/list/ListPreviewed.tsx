"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { Ref } from "react";
import { ListColumns } from "#app/instructor/classes/list/ListColumns.tsx";
import type { Choices } from "#app/instructor/classes/list/list-request.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import { STUDENT_NAME_LENGTH, STUDENTS } from "#debate/rules/classes.ts";

type ListPreviewedProps = {
  preview: ListPreview;
  heading: Ref<HTMLHeadingElement>;
  isReading: boolean;
  isAdding: boolean;
  problem: string | null;
  onChoose: (choices: Choices) => void;
  onAdd: () => void;
};

const LIST = "max-h-80 overflow-y-auto rounded-control border border-line bg-paper";
const LINE =
  "flex flex-wrap items-baseline gap-x-3 border-t border-line px-3 py-1.5 first:border-t-0 [contain-intrinsic-size:auto_2.25rem] [content-visibility:auto]";

/** [Q3] [Q4] What was read from a list: columns, classes, students, and lines that need a look. */
export function ListPreviewed(props: ListPreviewedProps) {
  const { preview, heading, isReading, isAdding, problem, onChoose, onAdd } = props;
  const t = useTranslations("classes.import");
  const { students, columns, groups, group, encoding } = preview;
  return (
    <div aria-busy={isReading} className="grid grid-cols-1 gap-5 border-t border-line pt-4">
      <div>
        <h3 ref={heading} tabIndex={-1} className="font-serif text-xl outline-none">
          {t("found", { count: students.length })}
        </h3>
        {encoding !== "utf-8" && (
          <p className="text-sm text-ink-soft">{t("encoding", { encoding: ENCODINGS[encoding] })}</p>
        )}
      </div>
      {columns.length > 0 && (
        <ListColumns columns={columns} onColumns={(uses) => onChoose({ columns: uses })} />
      )}
      {groups.length > 1 && (
        <div className="max-w-md">
          <SelectField
            label={t("group")}
            value={group ?? ""}
            onChange={(chosen) => onChoose({ group: chosen })}
          >
            <option value="">{t("allGroups")}</option>
            {groups.map((each) => (
              <option key={each.id} value={each.id}>
                {t("groupStudents", { name: each.name, count: each.students })}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <Problems problems={preview.problems} />
      <Found students={students} />
      {problem && <Notice kind="error">{problem}</Notice>}
      {students.length > 0 && (
        <div>
          <Button variant="primary" pending={isAdding} disabled={isReading} onClick={onAdd}>
            {t("add", { count: students.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

const ENCODINGS = {
  "utf-8": "UTF-8",
  "utf-16": "UTF-16",
  shift_jis: "Shift_JIS",
  "windows-1252": "Windows-1252",
} as const satisfies Record<ListPreview["encoding"], string>;

function Problems({ problems }: Pick<ListPreview, "problems">) {
  const t = useTranslations("classes.import");
  const format = useFormatter();
  if (problems.length === 0) return null;
  const most = { "too-long": STUDENT_NAME_LENGTH, over: STUDENTS } as Record<string, number>;
  return (
    <section aria-labelledby="list-problems" className="grid grid-cols-1 gap-2">
      <h4 id="list-problems" className="font-semibold text-warn">
        {t("problems", { count: problems.length })}
      </h4>
      <p className="text-sm text-ink-soft text-pretty">{t("problemsHint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it. */}
      <ul tabIndex={0} aria-labelledby="list-problems" className={LIST}>
        {problems.map(({ line, what, text }) => (
          <li key={`${line} ${what}`} className={LINE}>
            <span className="text-sm text-ink-soft tabular-nums">{t("line", { line })}</span>
            {text !== "" && <Written className="font-semibold wrap-anywhere">{text}</Written>}
            <span className="text-sm">{t(`problem.${what}`, { most: format.number(most[what] ?? 0) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({ students }: Pick<ListPreview, "students">) {
  const t = useTranslations("classes.import");
  const people = useTranslations("classes.people");
  if (students.length === 0) return null;
  return (
    <section aria-labelledby="list-students" className="grid grid-cols-1 gap-2">
      <h4 id="list-students" className="font-semibold">
        {t("students")}
      </h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it. */}
      <ol tabIndex={0} aria-labelledby="list-students" className={LIST}>
        {students.map(({ line, name, number }) => (
          <li key={line} className={LINE}>
            <span className="w-16 text-sm text-ink-soft tabular-nums">{t("line", { line })}</span>
            <Written className="min-w-0 flex-1 wrap-anywhere">{name}</Written>
            {number !== undefined && (
              <span className="text-sm text-ink-soft tabular-nums wrap-anywhere">
                {people("number", { number: isolated(number) })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
