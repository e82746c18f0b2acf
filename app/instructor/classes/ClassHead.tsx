"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ArrowLeft, Pencil } from "#app/icons/icons.ts";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { DeleteClass } from "#app/instructor/classes/DeleteClass.tsx";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { CLASS_NAME_LENGTH } from "#debate/rules/classes.ts";

/** The class's name, to change, and the way back. */
export function ClassHead({ work }: { work: ClassWork }) {
  const t = useTranslations("classes");
  const [isRenaming, setRenaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  return (
    <header className="grid grid-cols-1 gap-2">
      <Link
        href="/classes"
        className="inline-flex min-h-touch items-center gap-2 justify-self-start rounded-control pr-3 text-sm font-semibold text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-5" />
        {t("all")}
      </Link>
      {isRenaming ? (
        <RenameClass
          work={work}
          onDone={() => {
            setRenaming(false);
            requestAnimationFrame(() => rename.current?.focus());
          }}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Written
            as="h1"
            className="mr-auto min-w-0 font-serif text-3xl font-medium tracking-tight wrap-anywhere"
          >
            {work.now.name}
          </Written>
          <Button ref={rename} variant="quiet" className="px-3!" onClick={() => setRenaming(true)}>
            <Pencil aria-hidden="true" className="size-5" />
            {t("rename.open")}
          </Button>
          <DeleteClass work={work} />
        </div>
      )}
    </header>
  );
}

function RenameClass({ work: { now, change }, onDone }: { work: ClassWork; onDone: () => void }) {
  const t = useTranslations("classes.rename");
  const created = useTranslations("classes.new");
  const shared = useTranslations("shared");
  const why = useWhy();
  const { errors, pending, submit } = useSubmission(["class-name"], async (typed) => {
    const name = typed["class-name"].trim();
    if (name === "") return { "class-name": created("missing") };
    const reply = await change({ name });
    if (!reply.ok) return { form: why(reply.code) };
    toast.success(t("done"));
    onDone();
    return {};
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-measure gap-3">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        autoFocus
        id="class-name"
        name="class-name"
        dir="auto"
        autoComplete="off"
        label={t("label")}
        limit={CLASS_NAME_LENGTH}
        defaultValue={now.name}
        error={errors["class-name"]}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {t("save")}
        </Button>
        <Button onClick={onDone}>{shared("cancel")}</Button>
      </div>
    </form>
  );
}
