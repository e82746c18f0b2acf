"use client";
import { useTranslations } from "next-intl";
import { SignOutQuestion } from "#app/instructor/account/SignOutQuestion.tsx";
import { useSignOut } from "#app/instructor/account/use-sign-out.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** Ends this sign-in. */
export function SignOut({ id }: { id: string }) {
  const t = useTranslations("instructor.header");
  const { pending, signOut, question } = useSignOut("/api/auth/sign-out", id);
  return (
    <div>
      <Button variant="quiet" pending={pending} onClick={signOut}>
        {t("signOut")}
      </Button>
      <SignOutQuestion {...question} />
    </div>
  );
}
