"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { STUDENT_NAME_LENGTH, STUDENT_NUMBER_LENGTH, STUDENTS } from "#debate/rules/classes.ts";

/** [Q9] A student who came late gets a code, and a place in the class. */
export function AddStudent({ code }: { code: string }) {
  const t = useTranslations("host.codes.add");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const [name = "", number = ""] = ["name", "number"].map((key) => String(fields.get(key) ?? "").trim());
    if (name === "") return setError(t("missing"));
    setError(null);
    startTransition(async () => {
      const reply = await press("POST", `/api/sessions/${code}/class/students`, {
        name,
        ...(number !== "" && { number }),
      });
      startTransition(() => {
        // [W21] It may have been done.
        if (reply.ok || reply.code === "late") router.refresh();
        if (!reply.ok)
          return setError(
            reply.code === "too-many" ? t("tooMany", { most: STUDENTS }) : refusals(reply.code),
          );
        form.reset();
        toast.info(t("added", { name: isolated(name) }));
      });
    });
  };
  return (
    <form onSubmit={add} noValidate className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <Field
        name="name"
        dir="auto"
        autoComplete="off"
        maxLength={STUDENT_NAME_LENGTH}
        label={t("name")}
        error={error}
        className="min-w-0 flex-1 basis-48"
      />
      <Field
        name="number"
        dir="auto"
        autoComplete="off"
        maxLength={STUDENT_NUMBER_LENGTH}
        label={t("number")}
        optional
        className="min-w-0 basis-36"
      />
      <Button type="submit" variant="primary" pending={isPending}>
        {t("add")}
      </Button>
    </form>
  );
}
