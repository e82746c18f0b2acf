"use client";
import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";

type RemovedCriteriaProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  names: readonly string[];
  /** How many students have a level for one of them. */
  students: number;
  isPending: boolean;
  onRemove: () => void;
};

/** [Q20] Asks before levels are deleted. */
export function RemovedCriteria(props: RemovedCriteriaProps) {
  const { open, onOpenChange, names, students, isPending, onRemove } = props;
  const t = useTranslations("marks.criteria.removed");
  const shared = useTranslations("shared");
  const { list } = useJoined();
  return (
    <Dialog
      isAlert
      title={t("title")}
      open={open}
      onOpenChange={onOpenChange}
      actions={
        <>
          <DialogClose className={buttonStyle()}>{shared("cancel")}</DialogClose>
          <Button variant="danger" pending={isPending} onClick={onRemove}>
            {t("remove")}
          </Button>
        </>
      }
    >
      <DialogText>{t("body", { names: list(...names), count: students })}</DialogText>
    </Dialog>
  );
}
