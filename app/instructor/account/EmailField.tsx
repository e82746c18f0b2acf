"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "#app/shared/controls/Field.tsx";

/** The address by which an account is known. */
export function EmailField({ error }: { error?: ReactNode }) {
  const t = useTranslations("instructor.account");
  return (
    <Field
      label={t("email")}
      id="email"
      name="email"
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      error={error}
    />
  );
}
