"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordField } from "#app/instructor/account/PasswordField.tsx";
import { SecondStep } from "#app/instructor/account/second-factor/SecondStep.tsx";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { PASSWORD_LENGTH, passwordFault } from "#debate/rules/passwords.ts";

type ResetFormProps = { token: string; name: string; email: string };

/** Sets a new password with the token of a link, and goes on signed in. */
export function ResetForm({ token, name, email }: ResetFormProps) {
  const t = useTranslations("instructor.reset");
  const account = useTranslations("instructor.account");
  const why = useWhy();
  const [isAsked, setAsked] = useState(false);
  const { errors, pending, submit } = useSubmission(["password"], async ({ password }) => {
    const fault = passwordFault(password, { name, email });
    if (fault) return { password: account(`passwordFault.${fault}`, PASSWORD_LENGTH) };
    const reply = await ask<{ twoFactorRedirect?: true }>("POST", "/api/reset", { token, password });
    if (reply.ok && reply.value.twoFactorRedirect) {
      setAsked(true);
      return {};
    }
    if (reply.ok) {
      window.location.replace("/dashboard");
      return null;
    }
    return { form: reply.code === "forbidden" ? t("endedBody") : why(reply.code) };
  });
  if (isAsked) return <SecondStep next="/dashboard" onRestart={() => window.location.replace("/sign-in")} />;
  return (
    // By POST also before the script has run: a password must never end up in an address.
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      {/* For password managers, which need to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={account("newPassword")}
        name="password"
        autoComplete="new-password"
        hint={account("passwordHint", PASSWORD_LENGTH)}
        error={errors.password}
      />
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t("save")}
      </Button>
    </form>
  );
}
