"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { hasAgreedToLeave } from "#app/shared/storage/drafts.ts";

/** Asks before a page with unsaved changes is left: by the browser for other sites, here for our own links. */
export function LeavingQuestion({ unsaved }: { unsaved: boolean }) {
  const t = useTranslations("instructor.editor");
  const router = useRouter();
  const [leadsTo, setLeadsTo] = useState<string | null>(null);

  useEffect(() => {
    if (!unsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => {
      // [D12] Signing out has asked already.
      if (!hasAgreedToLeave()) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const path = ownPathOf(event);
      if (path === null) return;
      event.preventDefault();
      event.stopPropagation();
      setLeadsTo(path);
    };
    window.addEventListener("beforeunload", onUnload);
    // While capturing, so that the router does not hear of it first.
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [unsaved]);

  return (
    <Dialog
      title={t("leaveTitle")}
      description={t("leaveBody")}
      open={leadsTo !== null}
      onOpenChange={(open) => {
        if (!open) setLeadsTo(null);
      }}
      actions={
        <>
          <Button
            variant="quiet"
            onClick={() => {
              if (leadsTo !== null) router.push(leadsTo);
            }}
          >
            {t("leave")}
          </Button>
          <DialogClose render={<Button variant="primary" />}>{t("stay")}</DialogClose>
        </>
      }
    />
  );
}

/** Where a plain click on a link of ours leads, if it leads off this page. */
function ownPathOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || url.pathname === window.location.pathname) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
