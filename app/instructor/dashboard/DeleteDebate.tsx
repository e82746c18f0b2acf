"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { forgetDebate } from "#app/instructor/debate-drafts.ts";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";

type DeleteDebateProps = {
  id: string;
  resolution: string;
  /** On the debate's own page, which is gone then. */
  onItsPage: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** [D16] A debate that a session was opened with is archived instead, and both outcomes say so. */
export function DeleteDebate({ id, resolution, onItsPage, open, onOpenChange }: DeleteDebateProps) {
  const t = useTranslations("instructor.dashboard");
  const shelves = useTranslations("instructor.shelves");
  const router = useRouter();
  const why = useWhy();
  const by = useSignedIn();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const remove = async () => {
    setPending(true);
    setProblem(null);
    const reply = await ask<{ archived?: true } | null>("DELETE", `/api/debates/${id}`);
    setPending(false);
    // Deleted meanwhile, in another tab, is as good as deleted now.
    if (!reply.ok && reply.code !== "not-found") return setProblem(why(reply.code));
    onOpenChange(false);
    const isArchived = reply.ok && reply.value?.archived === true;
    if (isArchived) toast.info(shelves("archivedInstead"), { description: shelves("archivedWhy") });
    else {
      forgetDebate(id, by);
      toast.success(t("debateDeleted"));
    }
    if (onItsPage && !isArchived) router.replace("/dashboard");
    else router.refresh();
  };

  return (
    <Dialog
      title={t("deleteDebateTitle")}
      description={t("deleteDebateBody")}
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        setProblem(null);
      }}
      actions={
        <>
          <DialogClose render={<Button variant="quiet" />}>{t("keep")}</DialogClose>
          <Button variant="danger" pending={pending} onClick={remove}>
            {t("deleteDebate")}
          </Button>
        </>
      }
    >
      <Written as="p" className="font-serif text-lg wrap-anywhere">
        {resolution}
      </Written>
      {problem && (
        <Notice kind="error" className="mt-4">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
