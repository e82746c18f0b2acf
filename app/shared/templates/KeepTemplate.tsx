"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Check } from "#app/icons/icons.ts";
import { ask, type Failure } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { newId } from "#app/shared/new-id.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { Template } from "#debate/protocol/pages.ts";
import { TEMPLATE_NAME_LENGTH, TEMPLATES } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type KeepTemplateProps = {
  /** Settings, or the code of the session whose settings and times are kept. */
  of: { settings: Settings } | { from: string };
  onKept?: (template: Template) => void;
};

/** [D34] A button that asks for a name and keeps a template. */
export function KeepTemplate({ of, onKept }: KeepTemplateProps) {
  const t = useTranslations("templates");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const [isOpen, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // After a lost answer it is sent under the same id again, so that it is kept once.
  const unanswered = useRef<string>(null);

  const close = () => {
    flushSync(() => {
      setOpen(false);
      setError(null);
      setProblem(null);
    });
    // The button is drawn again in the form's place, and gets the focus [F1].
    button.current?.focus();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const name = String(new FormData(event.currentTarget).get("template") ?? "").trim();
    if (name === "") return setError(t("nameMissing"));
    setPending(true);
    setError(null);
    setProblem(null);
    unanswered.current ??= newId();
    const template = { id: unanswered.current, name, ...of };
    const reply = await ask<{ template: Template }>("POST", "/api/templates", template);
    setPending(false);
    if (!reply.ok) return setProblem(reply.code);
    unanswered.current = null;
    toast.success(t("kept"));
    close();
    onKept?.(reply.value.template);
  };
  if (!isOpen)
    return (
      <Button ref={button} className="justify-self-start" onClick={() => setOpen(true)}>
        {t("keep")}
      </Button>
    );
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 rounded-control bg-sunken p-4">
      {problem && (
        <Notice kind="error">
          {problem === "too-many" ? t("tooMany", { count: TEMPLATES }) : refusals(problem)}
        </Notice>
      )}
      <Field
        name="template"
        dir="auto"
        autoComplete="off"
        autoFocus
        label={t("name")}
        hint={t("from" in of ? "hintSession" : "hint")}
        limit={TEMPLATE_NAME_LENGTH}
        {...(error && { error })}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          <Check aria-hidden="true" className="size-4.5" />
          {t("save")}
        </Button>
        <Button variant="quiet" onClick={close}>
          {shared("cancel")}
        </Button>
      </div>
    </form>
  );
}
