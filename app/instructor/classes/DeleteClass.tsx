"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Trash2 } from "#app/icons/icons.ts";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";

/** [Q13] Deletes the list; the sessions stay. */
export function DeleteClass({ work: { now, remove } }: { work: ClassWork }) {
  const t = useTranslations("classes.remove");
  const router = useRouter();
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async () => {
    setPending(true);
    setProblem(null);
    const reply = await remove();
    setPending(false);
    // Deleted meanwhile, in another tab, is as good as deleted now.
    if (!reply.ok && reply.code !== "not-found") return setProblem(why(reply.code));
    toast.success(t("done"));
    router.replace("/classes");
    router.refresh();
  };
  return (
    <Dialog
      isAlert
      title={t.rich("title", { name: inSentence(now.name) })}
      onOpenChange={() => setProblem(null)}
      trigger={
        <Button variant="quiet" className="px-3!">
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
      <DialogText>{t("body", { sessions: now.sessions.length })}</DialogText>
    </Dialog>
  );
}
