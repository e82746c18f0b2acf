"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ask } from "#app/instructor/ask.ts";
import { forgetDrafts } from "#app/instructor/drafts.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/Button.tsx";

/** Ends every sign-in, on this device too. */
export function SignOutEverywhere() {
  const t = useTranslations("instructor.account");
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const signOut = async () => {
    setPending(true);
    const reply = await ask("POST", "/api/auth/revoke-sessions", {});
    if (reply.ok) {
      forgetDrafts();
      window.location.replace("/sign-in");
      return;
    }
    setPending(false);
    toast.error(why(reply.code));
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
      <p className="text-sm text-ink-soft">{t("everywhereLead")}</p>
      <Button pending={pending} onClick={signOut}>
        {t("signOutEverywhere")}
      </Button>
    </div>
  );
}
