"use client";
import { useTranslations } from "next-intl";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";

type QuestionProps = {
  kind: "readAgain" | "readFile" | "startOver";
  open: boolean;
  onAnswer: (yes: boolean) => void;
};

/** Asks before corrections are thrown away. */
export function Question({ kind, open, onAnswer }: QuestionProps) {
  const t = useTranslations("instructor.import");
  return (
    <Dialog
      title={t(`${kind}Title`)}
      description={t(`${kind}Body`)}
      open={open}
      onOpenChange={(next) => {
        if (!next) onAnswer(false);
      }}
      actions={
        <>
          <Button variant="quiet" onClick={() => onAnswer(false)}>
            {t("keepCorrections")}
          </Button>
          <Button variant="danger" onClick={() => onAnswer(true)}>
            {t(`${kind}Yes`)}
          </Button>
        </>
      }
    />
  );
}
