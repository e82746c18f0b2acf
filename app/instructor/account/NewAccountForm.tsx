"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmailField } from "#app/instructor/account/EmailField.tsx";
import { PasswordField } from "#app/instructor/account/PasswordField.tsx";
import { type Errors, useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { EMAIL } from "#debate/rules/email.ts";
import { NAME_LENGTH } from "#debate/rules/names.ts";
import { PASSWORD_LENGTH, passwordFault } from "#debate/rules/passwords.ts";

const FIELDS = ["name", "email", "password", "retention"] as const;
type AccountField = (typeof FIELDS)[number];

type NewAccountFormProps = {
  token: string;
  /** What the token opens. */
  by: "setup" | "invitation";
  /** More to ask. */
  children?: ReactNode;
};

/** An invitation is accepted also where the address has an account [I10]: the sign-in page lets everybody else through. */
const NEXT = { setup: "/dashboard", invitation: "/sign-in?by=invitation" } as const;
const PATHS = { setup: "/api/setup", invitation: "/api/invitations/accept" } as const;

export function NewAccountForm({ token, by, children }: NewAccountFormProps) {
  const t = useTranslations("instructor.account");
  const faultsOf = useFaults();
  const why = useWhy();
  const { errors, pending, submit } = useSubmission(FIELDS, async (values) => {
    const faults = faultsOf(values);
    if (Object.keys(faults).length > 0) return faults;
    const { name, email, password, retention } = values;
    const reply = await ask("POST", PATHS[by], {
      token,
      name: name.trim(),
      email: email.trim(),
      password,
      ...(retention && { retentionDays: Number(retention) }),
    });
    if (reply.ok) {
      window.location.replace(NEXT[by]);
      return null;
    }
    const used = reply.code === "forbidden" || reply.code === "unauthorized" || reply.code === "not-found";
    return { form: used ? t(`linkUsed.${by}`) : why(reply.code) };
  });
  return (
    // By POST also before the script has run: a password must never end up in an address.
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        label={t("name")}
        hint={t("nameHint")}
        id="name"
        name="name"
        autoComplete="name"
        dir="auto"
        required
        error={errors.name}
      />
      <EmailField error={errors.email} />
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="new-password"
        hint={t("passwordHint", PASSWORD_LENGTH)}
        error={errors.password}
      />
      {children}
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t("createAccount")}
      </Button>
    </form>
  );
}

function useFaults() {
  const t = useTranslations("instructor.account");
  return ({ name, email, password }: Record<AccountField, string>): Errors<AccountField> => {
    const faults: Errors<AccountField> = {};
    if (name.trim() === "") faults.name = t("nameMissing");
    else if (name.trim().length > NAME_LENGTH) faults.name = t("nameLong", { limit: NAME_LENGTH });
    if (!EMAIL.test(email.trim())) faults.email = t("emailWrong");
    const fault = passwordFault(password, { name, email });
    if (fault) faults.password = t(`passwordFault.${fault}`, PASSWORD_LENGTH);
    return faults;
  };
}
