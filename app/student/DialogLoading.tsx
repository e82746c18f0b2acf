"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { useClosedByBack } from "#app/shared/controls/back-button.ts";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";

type DialogLoadingProps = ComponentProps<typeof PartLoading> & { open: boolean; onClose: () => void };

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
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-card bg-surface p-5 text-ink shadow-float backdrop:bg-shade"
    >
      <div className="grid justify-items-start gap-4">
        <PartLoading of={of} />
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </dialog>
  );
}
