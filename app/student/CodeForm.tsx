"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#app/shared/Button.tsx";
import { Field } from "#app/shared/Field.tsx";
import { readCode } from "#debate/rules/codes.ts";

/** Another try at a code. What cannot be a code is said before anything is asked. */
export function CodeForm({ typed }: { typed: string }) {
  const t = useTranslations("student.unknown");
  const [isWrong, setIsWrong] = useState(false);

  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = readCode(String(new FormData(event.currentTarget).get("code") ?? ""));
    if (code === null) return setIsWrong(true);
    window.location.assign(`/s/${code}`);
  };

  return (
    <form method="get" action="/join" onSubmit={go} noValidate className="grid gap-5">
      <Field
        name="code"
        required
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        label={t("code")}
        hint={t("codeHint")}
        error={isWrong && t("codeWrong")}
      />
      <Button type="submit" variant="primary" size="large" className="w-full">
        {t("go")}
      </Button>
    </form>
  );
}
