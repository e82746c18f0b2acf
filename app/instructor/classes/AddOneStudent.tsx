"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { UserPlus } from "#app/icons/icons.ts";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { readStudent } from "#app/instructor/classes/student-fields.ts";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { STUDENTS } from "#debate/rules/classes.ts";

/** Adds one student; the field has the focus again for the next. */
export function AddOneStudent({ add }: Pick<ClassWork, "add">) {
  const t = useTranslations("classes.people");
  const why = useWhy();
  const form = useRef<HTMLFormElement>(null);
  const { errors, pending, submit } = useSubmission(["name", "number"], async (typed) => {
    const read = readStudent(typed);
    if (!read.ok) return { [read.field]: t(read.why) };
    const name = isolated(read.student.name);
    const reply = await add([read.student]);
    if (!reply.ok)
      return { form: reply.code === "too-many" ? t("full", { most: STUDENTS }) : why(reply.code) };
    if (reply.value.added === 0)
      return { form: read.student.number === undefined ? t("known", { name }) : t("knownNumber") };
    toast.success(t("added", { name }));
    form.current?.reset();
    form.current?.querySelector("input")?.focus();
    return {};
  });
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit}
      aria-label={t("add")}
      className="grid gap-3 border-t border-line pt-4"
    >
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field id="name" name="name" dir="auto" autoComplete="off" label={t("name")} error={errors.name} />
        <Field
          id="number"
          name="number"
          autoComplete="off"
          optional
          label={t("numberLabel")}
          error={errors.number}
        />
      </div>
      <p className="text-sm text-ink-soft">{t("numberHint")}</p>
      <div>
        <Button type="submit" pending={pending}>
          <UserPlus aria-hidden="true" className="size-4.5" />
          {t("addConfirm")}
        </Button>
      </div>
    </form>
  );
}
