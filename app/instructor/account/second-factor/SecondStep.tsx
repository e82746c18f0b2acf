"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { readSignInCode } from "#debate/rules/sign-in-codes.ts";

type SecondStepProps = { next: string; onRestart: () => void };

/** [I35] The code after the password. */
export function SecondStep({ next, onRestart }: SecondStepProps) {
  const t = useTranslations("instructor.secondFactor");
  const [isBackup, setBackup] = useState(false);
  return (
    <div className="grid gap-4">
      <h2 className="font-serif text-xl">{t("stepTitle")}</h2>
      <CodeForm key={String(isBackup)} isBackup={isBackup} next={next} />
      <div className="grid justify-items-start">
        <Button variant="quiet" onClick={() => setBackup(!isBackup)}>
          {t(isBackup ? "useApp" : "useBackup")}
        </Button>
        <Button variant="quiet" onClick={onRestart}>
          {t("restart")}
        </Button>
      </div>
    </div>
  );
}

function CodeForm({ isBackup, next }: { isBackup: boolean; next: string }) {
  const t = useTranslations("instructor.secondFactor");
  const why = useWhy();
  const path = `/api/auth/two-factor/${isBackup ? "verify-backup-code" : "verify-totp"}`;
  const { errors, pending, submit } = useSubmission(["code", "trust"], async ({ code, trust }) => {
    if (code.trim() === "" || (isBackup && readSignInCode(code) === null))
      return { code: t(isBackup ? "backupMissing" : "codeMissing") };
    const reply = await ask("POST", path, { code, trustDevice: trust === "on" });
    if (reply.ok) {
      // A whole load, so that no page from before signing in is shown again; Back does not return here.
      window.location.replace(next);
      return null;
    }
    if (reply.code === "unauthorized") return { code: t(isBackup ? "backupWrong" : "codeWrong") };
    if (reply.code === "duplicate") return { code: t("codeUsed") };
    if (reply.code === "stale" || reply.code === "malformed") return { form: t("tooLate") };
    return { form: reply.code === "too-many" ? t("tooMany") : why(reply.code) };
  });
  return (
    // By POST also before the script has run: a code must never end up in an address.
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        label={t(isBackup ? "backupCode" : "code")}
        hint={t(isBackup ? "backupHint" : "codeHint")}
        id="code"
        name="code"
        inputMode={isBackup ? "text" : "numeric"}
        autoComplete={isBackup ? "off" : "one-time-code"}
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        required
        error={errors.code}
      />
      <label className="flex min-h-touch items-center gap-3">
        <input type="checkbox" name="trust" className="size-5 shrink-0 accent-ink" />
        <span className="leading-tight">
          <span className="block font-semibold">{t("trust")}</span>
          <span className="block text-sm text-ink-soft">{t("trustHint")}</span>
        </span>
      </label>
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t("signIn")}
      </Button>
    </form>
  );
}
