"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { useClosedByBack } from "#app/shared/controls/back-button.ts";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";

type DialogLoadingProps = Pick<ComponentProps<typeof PartLoading>, "of"> & {
  open: boolean;
  onClose: () => void;
};

function showOver(dialog: HTMLDialogElement | null) {
  dialog?.showModal();
  // Gives the focus back to what was pressed.
  return () => dialog?.close();
}

/** In place of a dialog that is being fetched. The browser's own: that of the other dialogs is in the same script. */
export function DialogLoading({ of, open, onClose }: DialogLoadingProps) {
  const t = useTranslations("shared");
  useClosedByBack(open, onClose);
  if (!open) return null;
  return (
    <dialog
      ref={showOver}
      aria-label={t("loading")}
      onCancel={onClose}
      // Where the dialog itself will stand.
      className="m-0 mt-auto w-full max-w-none rounded-t-card bg-surface p-[min(1.25rem,5vw)] pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink shadow-float backdrop:bg-shade sm:m-auto sm:max-w-lg sm:rounded-card sm:p-6"
    >
      <PartLoading of={of}>
        <Button onClick={onClose}>{t("close")}</Button>
      </PartLoading>
    </dialog>
  );
}
