"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordField } from "#app/instructor/account/PasswordField.tsx";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { Instructor } from "#debate/protocol/pages.ts";
import { PASSWORD_LENGTH, passwordFault } from "#debate/rules/passwords.ts";

/** Changing the password signs out every other device. The form starts anew once it is done. */
export function PasswordForm({ instructor }: { instructor: Instructor }) {
  const t = useTranslations("instructor.account");
  const [times, setTimes] = useState(0);
  const done = () => {
    toast.success(t("passwordChanged"), { description: t("otherDevicesSignedOut") });
    setTimes((before) => before + 1);
  };
  return <FreshPasswordForm key={times} instructor={instructor} onDone={done} />;
}

function FreshPasswordForm({ instructor, onDone }: { instructor: Instructor; onDone: () => void }) {
  const t = useTranslations("instructor.account");
  const why = useWhy();
  const fields = ["currentPassword", "newPassword"] as const;
  const { errors, pending, submit } = useSubmission(fields, async ({ currentPassword, newPassword }) => {
    if (currentPassword === "") return { currentPassword: t("passwordMissing") };
    const fault = passwordFault(newPassword, instructor);
    if (fault) return { newPassword: t(`passwordFault.${fault}`, PASSWORD_LENGTH) };
    if (newPassword === currentPassword) return { newPassword: t("passwordSame") };
    const reply = await ask("POST", "/api/auth/change-password", {
      currentPassword,
      newPassword,
      revokeOtherSessions: true,
    });
    if (reply.ok) {
      onDone();
      return {};
    }
    // Better Auth answers 400 when the current password is not the one stored.
    if (reply.code === "malformed") return { currentPassword: t("currentWrong") };
    return { form: reply.code === "too-many" ? t("tooManyChanges") : why(reply.code) };
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      {/* For password managers, which need to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={instructor.email} readOnly hidden />
      <PasswordField
        label={t("currentPassword")}
        name="currentPassword"
        autoComplete="current-password"
        error={errors.currentPassword}
      />
      <PasswordField
        label={t("newPassword")}
        name="newPassword"
        autoComplete="new-password"
        hint={t("passwordHint", PASSWORD_LENGTH)}
        error={errors.newPassword}
      />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {t("changePassword")}
        </Button>
      </div>
    </form>
  );
}
