"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import type { useSessionClass } from "#app/host/class/session-class.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { UserPlus } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";
import { STUDENT_NAME_LENGTH, STUDENT_NUMBER_LENGTH, STUDENTS } from "#debate/rules/classes.ts";
import { spacedPass } from "#debate/rules/passes.ts";

type Student = SessionClass["students"][number];
type AddLateStudentProps = { of: NonNullable<ReturnType<typeof useSessionClass>>; name: string };

/** [Q9] A late student joins class and session; the dialog then shows the code to read out. */
export function AddLateStudent({ of, name }: AddLateStudentProps) {
  const t = useTranslations("host.class");
  const shared = useTranslations("shared");
  const form = useId();
  const [added, setAdded] = useState<Student | null>(null);
  const [isPending, run] = usePending();
  return (
    <Dialog
      title={t("addTitle")}
      description={t.rich("addBody", { name: inSentence(name) })}
      onOpenChange={() => setAdded(null)}
      trigger={
        <Button size="small">
          <UserPlus aria-hidden="true" className="size-4.5" />
          {t("add")}
        </Button>
      }
      actions={
        added ? (
          <>
            <Button onClick={() => setAdded(null)}>{t("addAnother")}</Button>
            <DialogClose render={<Button variant="primary">{shared("close")}</Button>} />
          </>
        ) : (
          <>
            <DialogClose render={<Button>{shared("cancel")}</Button>} />
            <Button type="submit" form={form} variant="primary" pending={isPending}>
              {t("addConfirm")}
            </Button>
          </>
        )
      }
    >
      {added ? (
        <div role="status" className="grid gap-2 py-2">
          <p>{t("addedCode", { name: isolated(added.name) })}</p>
          <p className="font-mono text-3xl font-semibold select-all">{spacedPass(added.code)}</p>
        </div>
      ) : (
        <LateForm id={form} of={of} run={run} onAdded={setAdded} />
      )}
    </Dialog>
  );
}

type LateFormProps = {
  id: string;
  of: AddLateStudentProps["of"];
  run: (send: () => Promise<unknown>) => Promise<void>;
  onAdded: (student: Student | null) => void;
};
type Errors = { name?: string; form?: string };

function LateForm({ id, of, run, onAdded }: LateFormProps) {
  const t = useTranslations("host.class");
  const refusals = useTranslations("refusals");
  const [errors, setErrors] = useState<Errors>({});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [name, number] = ["name", "number"].map((field) => String(data.get(field) ?? "").trim());
    if (!name) return setErrors({ name: t("nameMissing") });
    setErrors({});
    void run(async () => {
      const reply = await of.add({ name, ...(number && { number }) });
      if (!reply.ok)
        return setErrors({
          form: reply.code === "too-many" ? t("full", { most: STUDENTS }) : refusals(reply.code),
        });
      onAdded(addedTo(of.now, reply.class, { name, number }));
    });
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-4">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        name="name"
        dir="auto"
        autoComplete="off"
        label={t("name")}
        maxLength={STUDENT_NAME_LENGTH}
        error={errors.name}
      />
      <Field
        optional
        name="number"
        autoComplete="off"
        label={t("numberLabel")}
        hint={t("numberHint")}
        maxLength={STUDENT_NUMBER_LENGTH}
      />
    </form>
  );
}

/** The student who is new; else the one whom the class had by that number or name. */
function addedTo(
  before: SessionClass | null,
  { students }: SessionClass,
  typed: { name: string; number: string | undefined },
): Student | null {
  const known = new Set(before?.students.map(({ id }) => id));
  return (
    students.find(({ id }) => !known.has(id)) ??
    students.find(({ number }) => typed.number && number === typed.number) ??
    students.find(({ name }) => name === typed.name) ??
    null
  );
}
