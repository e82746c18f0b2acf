"use client";
import { useTranslations } from "next-intl";
import { useSignOut } from "#app/instructor/account/use-sign-out.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** Ends every sign-in, on this device too. */
export function SignOutEverywhere() {
  const t = useTranslations("instructor.account");
  const { pending, signOut } = useSignOut("/api/auth/revoke-sessions");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
      <p className="text-sm text-ink-soft">{t("everywhereLead")}</p>
      <Button pending={pending} onClick={signOut}>
        {t("signOutEverywhere")}
      </Button>
    </div>
  );
}
