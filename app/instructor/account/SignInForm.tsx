"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmailField } from "#app/instructor/account/EmailField.tsx";
import { PasswordField } from "#app/instructor/account/PasswordField.tsx";
import { SecondStep } from "#app/instructor/account/second-factor/SecondStep.tsx";
import { type Errors, useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { EMAIL } from "#debate/rules/email.ts";

const FIELDS = ["email", "password"] as const;

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("instructor.account");
  const why = useWhy();
  const [isAsked, setAsked] = useState(false);
  const { errors, pending, submit } = useSubmission(FIELDS, async ({ email, password }) => {
    const missing: Errors<(typeof FIELDS)[number]> = {};
    if (!EMAIL.test(email.trim())) missing.email = t("emailWrong");
    if (password === "") missing.password = t("passwordMissing");
    if (Object.keys(missing).length > 0) return missing;
    const reply = await ask<{ twoFactorRedirect?: true }>("POST", "/api/auth/sign-in/email", {
      email: email.trim(),
      password,
    });
    if (reply.ok && reply.value.twoFactorRedirect) {
      setAsked(true);
      return {};
    }
    if (reply.ok) {
      // A whole load, so that no page from before signing in is shown again; Back does not return here.
      window.location.replace(next);
      return null;
    }
    if (reply.code === "unauthorized") return { password: t("signInWrong") };
    if (reply.code === "malformed") return { email: t("emailWrong") };
    if (reply.code === "forbidden") return { form: t("locked") };
    return { form: reply.code === "too-many" ? t("tooManyTries") : why(reply.code) };
  });
  if (isAsked) return <SecondStep next={next} onRestart={() => setAsked(false)} />;
  return (
    // By POST also before the script has run: a password must never end up in an address.
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <EmailField error={errors.email} />
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="current-password"
        error={errors.password}
      />
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t("signIn")}
      </Button>
    </form>
  );
}
