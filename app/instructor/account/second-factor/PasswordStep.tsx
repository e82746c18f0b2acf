"use client";
import { useTranslations } from "next-intl";
import { PasswordField } from "#app/instructor/account/PasswordField.tsx";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";

type PasswordStepProps<T> = {
  email: string;
  path: string;
  label: string;
  isDanger?: boolean;
  onDone: (answer: T) => void;
  onCancel?: () => void;
};

/** [I35] A change of the second factor, for which the password is asked. */
export function PasswordStep<T>({ email, path, label, isDanger, onDone, onCancel }: PasswordStepProps<T>) {
  const t = useTranslations("instructor.secondFactor");
  const account = useTranslations("instructor.account");
  const why = useWhy();
  const { errors, pending, submit } = useSubmission(["proof"], async ({ proof }) => {
    if (proof === "") return { proof: account("passwordMissing") };
    const reply = await ask<T>("POST", `/api/auth/two-factor/${path}`, { password: proof });
    if (reply.ok) {
      onDone(reply.value);
      return {};
    }
    // Better Auth answers 400 when the password is not the one stored.
    if (reply.code === "malformed") return { proof: account("currentWrong") };
    return { form: reply.code === "too-many" ? account("tooManyChanges") : why(reply.code) };
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      {/* For password managers, which need to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={account("currentPassword")}
        name="proof"
        autoComplete="current-password"
        error={errors.proof}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={isDanger ? "danger" : "primary"} pending={pending}>
          {label}
        </Button>
        {onCancel && (
          <Button variant="quiet" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
