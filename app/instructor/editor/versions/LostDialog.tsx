"use client";
import { useTranslations } from "next-intl";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";

type LostDialogProps = { lost: Lost; pending: boolean; onClose: () => void; onSaveAsNew: () => void };

/** [D12] The debate was deleted while it was being edited, or [I24] may not be edited any more. */
export function LostDialog({ lost, pending, onClose, onSaveAsNew }: LostDialogProps) {
  const t = useTranslations("instructor.versions");
  return (
    <Dialog
      open
      title={t(`lost.${lost}.title`)}
      description={t(`lost.${lost}.body`)}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      actions={
        <>
          <DialogClose render={<Button variant="quiet" />}>{t("back")}</DialogClose>
          <Button variant="primary" pending={pending} onClick={onSaveAsNew}>
            {t("lost.saveAsNew")}
          </Button>
        </>
      }
    />
  );
}
