"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BackupCodes } from "#app/instructor/account/second-factor/BackupCodes.tsx";
import { PasswordStep } from "#app/instructor/account/second-factor/PasswordStep.tsx";
import { SetUp } from "#app/instructor/account/second-factor/SetUp.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { toast } from "#app/shared/notices/toast.ts";

type SecondFactorProps = { email: string; isOn: boolean; isRequired: boolean };
type Step = "on" | "off" | "codes" | string[] | null;

/** [I35-I37] The second factor of one's own account. */
export function SecondFactor({ email, isOn, isRequired }: SecondFactorProps) {
  const t = useTranslations("instructor.secondFactor");
  const router = useRouter();
  const [step, setStep] = useState<Step>(null);
  const finish = (words: string) => {
    toast.success(words);
    setStep(null);
    router.refresh();
  };
  const cancel = () => setStep(null);
  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-2xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <p className="font-semibold">{t(isOn ? "isOn" : "isOff")}</p>
      {isOn && isRequired && <p className="text-sm text-ink-soft">{t("isRequired")}</p>}
      {step === null && (
        <div className="flex flex-wrap gap-3">
          {!isOn && <Button onClick={() => setStep("on")}>{t("setUp")}</Button>}
          {isOn && <Button onClick={() => setStep("codes")}>{t("newCodes")}</Button>}
          {isOn && !isRequired && <Button onClick={() => setStep("off")}>{t("turnOff")}</Button>}
        </div>
      )}
      {step === "on" && <SetUp email={email} onDone={() => finish(t("turnedOn"))} onCancel={cancel} />}
      {step === "codes" && (
        <PasswordStep<{ backupCodes: string[] }>
          email={email}
          path="generate-backup-codes"
          label={t("newCodes")}
          onDone={({ backupCodes }) => setStep(backupCodes)}
          onCancel={cancel}
        />
      )}
      {Array.isArray(step) && <BackupCodes codes={step} email={email} onDone={cancel} />}
      {step === "off" && (
        <PasswordStep
          email={email}
          path="disable"
          label={t("turnOff")}
          isDanger
          onDone={() => finish(t("turnedOff"))}
          onCancel={cancel}
        />
      )}
    </Card>
  );
}
