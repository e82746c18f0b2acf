"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmailField } from "#app/instructor/account/EmailField.tsx";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { EMAIL } from "#debate/rules/email.ts";

/** Asks for a mail with a link. [I16] It says the same for every address. */
export function MailResetForm() {
  const t = useTranslations("instructor.reset");
  const account = useTranslations("instructor.account");
  const why = useWhy();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { errors, pending, submit } = useSubmission(["email"], async (values) => {
    const email = values.email.trim();
    if (!EMAIL.test(email)) return { email: account("emailWrong") };
    setSentTo(null);
    const reply = await ask("POST", "/api/reset/mail", { email });
    if (!reply.ok) return { form: reply.code === "too-many" ? t("tooMany") : why(reply.code) };
    setSentTo(email);
    return {};
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      {sentTo !== null && (
        <Notice kind="success" title={t("sentTitle")} className="wrap-anywhere">
          {t("sentBody", { email: sentTo })}
        </Notice>
      )}
      <EmailField error={errors.email} />
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t("send")}
      </Button>
    </form>
  );
}
