"use client";
import { useTranslations } from "next-intl";
import { Button } from "#app/shared/controls/Button.tsx";
import { leavePage } from "#app/shared/controls/back-button.ts";
import { Dialog, DialogText } from "#app/shared/controls/Dialog.tsx";

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
