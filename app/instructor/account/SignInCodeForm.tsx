"use client";
import { useTranslations } from "next-intl";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { readSignInCode } from "#debate/rules/sign-in-codes.ts";

/** Signing in with a code from another device. */
export function SignInCodeForm({ next }: { next: string }) {
  const t = useTranslations("instructor.otherComputer");
  const account = useTranslations("instructor.account");
  const why = useWhy();
  const { errors, pending, submit } = useSubmission(["code"], async ({ code }) => {
    if (readSignInCode(code) === null) return { code: t("incomplete") };
    const reply = await ask("POST", "/api/auth/sign-in/code", { code });
    if (reply.ok) {
      window.location.replace(next);
      return null;
    }
    return reply.code === "forbidden" ? { code: t("wrong") } : { form: why(reply.code) };
  });
  return (
    // By POST also before the script has run: a code must never end up in an address.
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        label={t("code")}
        hint={t("codeHint")}
        id="code"
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        required
        error={errors.code}
      />
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {account("signIn")}
      </Button>
    </form>
  );
}
