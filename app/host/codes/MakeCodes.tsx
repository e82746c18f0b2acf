"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { press } from "#app/shared/press.ts";
import { PASSES } from "#debate/rules/passes.ts";
import { halfWidth } from "#debate/rules/text.ts";

/** A class, and a few more for those whose slip is lost. */
const USUAL = 35;

/** `known`: how many codes the page shows. */
export function MakeCodes({ code, known }: { code: string; known: number }) {
  const t = useTranslations("host.codes");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  // Before its script runs, the form would only load the page again.

  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const count = Number(halfWidth(String(new FormData(event.currentTarget).get("count"))));
    if (!Number.isInteger(count) || count < 1 || count > PASSES)
      return setError(t("countWrong", { most: PASSES }));
    setError(null);
    startTransition(async () => {
      const reply = await press("POST", `/api/sessions/${code}/passes`, { count, known });
      startTransition(() => {
        if (reply.ok) return router.refresh();
        // [W21] They may have been made.
        if (reply.code === "late") router.refresh();
        if (reply.code === "too-many") setError(t("tooMany", { most: PASSES }));
        else setError(refusals(reply.code));
      });
    });
  };

  return (
    <form onSubmit={make} noValidate className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <Field
        name="count"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={USUAL}
        label={t("count")}
        hint={t("countHint", { most: PASSES })}
        error={error}
        className="min-w-0 flex-1"
      />
      <Button type="submit" variant="primary" pending={isPending}>
        {t("make")}
      </Button>
    </form>
  );
}
