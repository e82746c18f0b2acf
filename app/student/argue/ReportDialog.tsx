"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { sendNow } from "#app/student/offline/send-now.ts";
import { useUnsentField } from "#app/student/offline/use-unsent-field.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** [R42] What a report can say in one press. */
export const REASONS = ["insult", "private", "offTopic", "else"] as const;
type Reason = (typeof REASONS)[number];

/** Of the words that may be added: a reason stands before them. */
export const WORDS_LENGTH = REASON_LENGTH - 40;

/** The reason as the host reads it. */
export function reasonWith(reason: string, words: string): string {
  return words.trim() === "" ? reason : `${reason}: ${words.trim()}`;
}

type ReportDialogProps = { rebuttal: Rebuttal | null; onClose: () => void };

/** [R42] Tells the instructor that a rebuttal should not be there, and why, in one press. Words stay until the report is in. */
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
  const [words = "", keepWords] = useUnsentField(`report ${shown?.id}`);

  const isTooLong = countCharacters(words) > WORDS_LENGTH;
  const send = async (kind: Reason) => {
    if (!rebuttal || isPending) return;
    setIsPending(true);
    const report = { rebuttalId: rebuttal.id, reason: reasonWith(t(`reasons.${kind}`), words) };
    const answer = await sendNow(seat, (live) => live.send("rebuttal:report", report));
    setIsPending(false);
    if (!answer.ok && answer.code !== "duplicate") return setError(tRefusals(answer.code));
    keepWords(null);
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
      actions={<Button onClick={onClose}>{t("cancel")}</Button>}
    >
      <div className="grid grid-cols-1 gap-4">
        <Written as="blockquote" className="line-clamp-3 border-s-2 border-line-strong ps-3 text-ink-soft">
          {shown?.body}
        </Written>
        <Field
          optional
          dir="auto"
          label={t("words")}
          limit={WORDS_LENGTH}
          error={error}
          value={words}
          onChange={(event) => keepWords(event.target.value)}
        />
        <fieldset className="grid min-w-0 gap-2">
          <legend className="mb-1 font-semibold">{t("reason")}</legend>
          {REASONS.map((kind) => (
            <Button key={kind} disabled={isTooLong} pending={isPending} onClick={() => send(kind)}>
              {t(`reasons.${kind}`)}
            </Button>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
