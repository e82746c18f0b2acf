"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Eye, EyeOff } from "#app/icons/icons.ts";
import { Field } from "#app/shared/controls/Field.tsx";

type PasswordFieldProps = {
  label: string;
  name: string;
  autoComplete: "current-password" | "new-password";
  hint?: ReactNode;
  error?: ReactNode;
};

/** A password, hidden until its writer asks to see it. */
export function PasswordField({ label, name, autoComplete, hint, error }: PasswordFieldProps) {
  const t = useTranslations("instructor.account");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="grid gap-1">
      <Field
        label={label}
        id={name}
        name={name}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        hint={hint}
        error={error}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-controls={name}
        onClick={() => setShown(!shown)}
        className="inline-flex min-h-touch items-center gap-2 justify-self-start rounded-control text-sm font-semibold text-ink-soft hover:text-ink"
      >
        <Icon aria-hidden="true" className="size-5" />
        {shown ? t("hidePassword") : t("showPassword")}
      </button>
    </div>
  );
}
