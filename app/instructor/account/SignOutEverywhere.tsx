"use client";
import { useTranslations } from "next-intl";
import { SignOutQuestion } from "#app/instructor/account/SignOutQuestion.tsx";
import { useSignOut } from "#app/instructor/account/use-sign-out.ts";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { Button } from "#app/shared/controls/Button.tsx";

/** Ends every sign-in, on this device too. */
export function SignOutEverywhere() {
  const t = useTranslations("instructor.account");
  const { pending, signOut, question } = useSignOut("/api/auth/revoke-sessions", useSignedIn());
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
      <p className="text-sm text-ink-soft">{t("everywhereLead")}</p>
      <Button pending={pending} onClick={signOut}>
        {t("signOutEverywhere")}
      </Button>
      <SignOutQuestion {...question} />
    </div>
  );
}
