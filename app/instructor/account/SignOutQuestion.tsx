"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { useSignOut } from "#app/instructor/account/use-sign-out.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";

type SignOutQuestionProps = ReturnType<typeof useSignOut>["question"];

/** [D12] Asks before signing out deletes unsaved drafts. */
export function SignOutQuestion({ unsaved, open, pending, onStay, onLeave }: SignOutQuestionProps) {
  const t = useTranslations("instructor.signOut");
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      isAlert
      title={t("title")}
      description={t("body", { count: unsaved })}
      open={open}
      onOpenChange={(next) => {
        if (!next) onStay();
      }}
      initialFocus={stay}
      actions={
        <>
          <Button variant="danger" pending={pending} onClick={onLeave}>
            {t("leave")}
          </Button>
          <Button ref={stay} variant="primary" onClick={onStay}>
            {t("stay")}
          </Button>
        </>
      }
    />
  );
}
