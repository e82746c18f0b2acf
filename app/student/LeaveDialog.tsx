"use client";
import { useTranslations } from "next-intl";
import { Button } from "#app/shared/Button.tsx";
import { leavePage } from "#app/shared/back-button.ts";
import { Dialog, DialogText } from "#app/shared/Dialog.tsx";

type LeaveDialogProps = { open: boolean; onClose: () => void };

/** [F8] Asks whether Back was meant to leave the room. */
export function LeaveDialog({ open, onClose }: LeaveDialogProps) {
  const t = useTranslations("student.access.leave");
  return (
    <Dialog
      title={t("title")}
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onClick={leavePage}>{t("leave")}</Button>
          <Button variant="primary" onClick={onClose}>
            {t("stay")}
          </Button>
        </>
      }
    >
      <DialogText>{t("body")}</DialogText>
    </Dialog>
  );
}
