"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { readStudent } from "#app/instructor/classes/student-fields.ts";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import type { ClassStudent } from "#debate/protocol/answers/class-answers.ts";
import type { StudentRequest } from "#debate/protocol/requests.ts";

type CorrectStudentProps = { student: ClassStudent; onDone: () => void } & Pick<ClassWork, "correct">;

/** [Q16] A student's name and number, corrected in place; it can be undone. */
export function CorrectStudent({ student, correct, onDone }: CorrectStudentProps) {
  const t = useTranslations("classes.people");
  const shared = useTranslations("shared");
  const why = useWhy();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.select(), []);
  const before: StudentRequest = { name: student.name, ...(student.number && { number: student.number }) };
  const undo = async () => {
    const reply = await correct(student.id, before);
    if (reply.ok) toast.success(t("undone", { name: isolated(before.name) }));
    else toast.error(why(reply.code));
  };
  const { errors, pending, submit } = useSubmission(["correct-name", "correct-number"], async (typed) => {
    const read = readStudent({ name: typed["correct-name"], number: typed["correct-number"] });
    if (!read.ok) return { [`correct-${read.field}`]: t(read.why) };
    const { name, number } = read.student;
    if (name !== before.name || number !== before.number) {
      const reply = await correct(student.id, read.student);
      if (!reply.ok && reply.code === "duplicate") return { "correct-number": t("sameNumber") };
      if (!reply.ok && reply.code !== "not-found") return { form: why(reply.code) };
      // Deleted in another tab: the row is gone, and the words stay.
      if (!reply.ok) toast.error(t("gone"));
      else
        toast.success(t("corrected", { name: isolated(name) }), {
          id: `corrected-${student.id}`,
          action: { label: t("undo"), onClick: () => void undo() },
        });
    }
    onDone();
    return {};
  });
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone();
      }}
      className="grid flex-1 gap-3 rounded-control bg-sunken p-3"
    >
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field
          id="correct-name"
          name="correct-name"
          dir="auto"
          autoComplete="off"
          label={t("name")}
          defaultValue={student.name}
          error={errors["correct-name"]}
        />
        <Field
          id="correct-number"
          name="correct-number"
          autoComplete="off"
          optional
          label={t("numberLabel")}
          defaultValue={student.number ?? ""}
          error={errors["correct-number"]}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="small" pending={pending}>
          {t("save")}
        </Button>
        <Button size="small" onClick={onDone}>
          {shared("cancel")}
        </Button>
      </div>
    </form>
  );
}
