"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { goToInvalid } from "#app/shared/controls/FieldError.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { sendNow } from "#app/student/offline/send-now.ts";
import { useKeptField } from "#app/student/offline/use-kept-field.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttals.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type ReportDialogProps = { rebuttal: Rebuttal | null; onClose: () => void };

/** Tells the instructor that a rebuttal should not be there, and why. The words stay until the report is in. */
export function ReportDialog({ rebuttal, onClose }: ReportDialogProps) {
  const t = useTranslations("student.report");
  const tRefusals = useTranslations("refusals");
  const seat = useSeat();
  const [error, setError] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  // Keeps its words while it fades away, and takes none along to another rebuttal.
  const [shown, setShown] = useState(rebuttal);
  if (rebuttal && rebuttal.id !== shown?.id) {
    setShown(rebuttal);
    setError(null);
  }
  const [reason = "", keepReason] = useKeptField(`report ${shown?.id}`);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = reason.trim();
    if (!rebuttal || isPending) return;
    if (said === "") {
      setError(t("missing"));
      return goToInvalid(event.currentTarget);
    }
    setIsPending(true);
    const report = { rebuttalId: rebuttal.id, reason: said };
    const answer = await sendNow(seat, (live) => live.send("rebuttal:report", report));
    setIsPending(false);
    if (!answer.ok && answer.code !== "duplicate") return setError(tRefusals(answer.code));
    keepReason(null);
    setError(null);
    toast.success(t("done"));
    onClose();
  };

  return (
    <Dialog
      open={rebuttal !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("description")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form="report" pending={isPending}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id="report" onSubmit={send} className="grid gap-4">
        <Written as="blockquote" className="line-clamp-4 border-s-2 border-line-strong ps-3 text-ink-soft">
          {shown?.body}
        </Written>
        <Field
          multiline
          rows={3}
          dir="auto"
          label={t("reason")}
          limit={REASON_LENGTH}
          error={error}
          value={reason}
          onChange={(event) => keepReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
