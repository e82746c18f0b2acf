"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BackupCodes } from "#app/instructor/account/second-factor/BackupCodes.tsx";
import { PasswordStep } from "#app/instructor/account/second-factor/PasswordStep.tsx";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { QrCode } from "#app/shared/links/QrCode.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { SecondFactorSetup } from "#debate/protocol/answers/accounts.ts";

type SetUpProps = { email: string; onDone: () => void; onCancel?: () => void };

/** [I35] The password, then a code of the app, then the backup codes. */
export function SetUp({ email, onDone, onCancel }: SetUpProps) {
  const t = useTranslations("instructor.secondFactor");
  const [made, setMade] = useState<SecondFactorSetup | null>(null);
  const [isOn, setOn] = useState(false);
  if (made && isOn) return <BackupCodes codes={made.backupCodes} email={email} onDone={onDone} />;
  if (made) return <Confirm uri={made.totpURI} onDone={() => setOn(true)} />;
  return (
    <PasswordStep<SecondFactorSetup>
      email={email}
      path="enable"
      label={t("continue")}
      onDone={setMade}
      {...(onCancel && { onCancel })}
    />
  );
}

function Confirm({ uri, onDone }: { uri: string; onDone: () => void }) {
  const t = useTranslations("instructor.secondFactor");
  const account = useTranslations("instructor.account");
  const why = useWhy();
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const { errors, pending, submit } = useSubmission(["code"], async ({ code }) => {
    if (code.trim() === "") return { code: t("codeMissing") };
    const reply = await ask("POST", "/api/auth/two-factor/verify-totp", { code });
    if (reply.ok) {
      onDone();
      return {};
    }
    if (reply.code === "unauthorized") return { code: t("codeWrong") };
    return { form: reply.code === "too-many" ? account("tooManyChanges") : why(reply.code) };
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <p>{t("scan")}</p>
      <QrCode address={uri} label={t("qrCode")} className="w-full max-w-56" />
      <div className="grid gap-1">
        <p className="text-sm text-ink-soft">{t("orType")}</p>
        <p className="font-mono wrap-anywhere select-all">{secret.match(/.{1,4}/gu)?.join(" ")}</p>
      </div>
      <Field
        label={t("code")}
        hint={t("codeHint")}
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        error={errors.code}
      />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {t("turnOn")}
        </Button>
      </div>
    </form>
  );
}
