"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useOpening } from "#app/instructor/opening/use-opening.ts";
import { Button } from "#app/shared/Button.tsx";
import { Field } from "#app/shared/Field.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { SIMULATED } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [H1] Opens a rehearsal of this debate with these settings. */
export function Rehearse({ debateId, settings }: { debateId: string; settings: Settings }) {
  const t = useTranslations("instructor.opening.rehearsal");
  const { pending, problem, start } = useOpening(debateId);
  const [typed, setTyped] = useState(`${SIMULATED.usual}`);
  const [error, setError] = useState<string | null>(null);
  const students = Number(typed);
  const isPossible = Number.isInteger(students) && students >= SIMULATED.min && students <= SIMULATED.max;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPossible) return setError(t("range", { min: SIMULATED.min, max: SIMULATED.max }));
    setError(null);
    return start(settings, students);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 rounded-control bg-sunken p-4">
      <div>
        <h3 className="font-semibold">{t("title")}</h3>
        <p className="text-sm text-ink-soft text-pretty">{t("body")}</p>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label={t("count")}
          inputMode="numeric"
          autoComplete="off"
          className="w-44"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          {...(error && { error })}
        />
        <Button type="submit" pending={pending}>
          {t("start", { count: isPossible ? students : SIMULATED.usual })}
        </Button>
      </div>
    </form>
  );
}
