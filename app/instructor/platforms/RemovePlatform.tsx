"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Trash2 } from "#app/icons/icons.ts";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { PlatformAnswer } from "#debate/protocol/answers/platform-answers.ts";

/** [Q40] Asks first. */
export function RemovePlatform({ platform: { id, issuer, clientId } }: { platform: PlatformAnswer }) {
  const t = useTranslations("platforms.remove");
  const router = useRouter();
  const why = useWhy();
  const by = useSignedIn();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = new URL(issuer).host;
  const change = (next: boolean) => {
    setOpen(next);
    setProblem(null);
  };
  const confirm = async () => {
    setPending(true);
    setProblem(null);
    const reply = await ask("DELETE", `/api/lti/platforms/${id}`, undefined, { by });
    setPending(false);
    // Removed meanwhile, in another tab, is as good as removed now.
    if (!reply.ok && reply.code !== "not-found") return setProblem(why(reply.code));
    setOpen(false);
    toast.success(t("done"));
    router.refresh();
    return undefined;
  };
  return (
    <Dialog
      isAlert
      open={open}
      onOpenChange={change}
      title={t("title", { name })}
      trigger={
        <Button
          variant="quiet"
          aria-label={t("openNamed", { name, client: clientId })}
          className="px-3! text-sm!"
        >
          <Trash2 aria-hidden="true" className="size-5" />
          {t("open")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{t("keep")}</Button>} />
          <Button variant="danger" pending={pending} onClick={confirm}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice kind="error" className="mb-3">
          {problem}
        </Notice>
      )}
      <DialogText>{t("body")}</DialogText>
    </Dialog>
  );
}
