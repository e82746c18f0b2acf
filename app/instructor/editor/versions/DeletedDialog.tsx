"use client";
import { useTranslations } from "next-intl";
import { Button } from "#app/shared/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/Dialog.tsx";

type DeletedDialogProps = { pending: boolean; onClose: () => void; onSaveAsNew: () => void };

/** The debate was deleted while it was being edited. */
export function DeletedDialog({ pending, onClose, onSaveAsNew }: DeletedDialogProps) {
  const t = useTranslations("instructor.versions");
  return (
    <Dialog
      open
      title={t("deleted.title")}
      description={t("deleted.body")}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      actions={
        <>
          <DialogClose render={<Button variant="quiet" />}>{t("back")}</DialogClose>
          <Button variant="primary" pending={pending} onClick={onSaveAsNew}>
            {t("deleted.saveAsNew")}
          </Button>
        </>
      }
    />
  );
}
