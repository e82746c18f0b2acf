"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { sendNow } from "#app/student/offline/send-now.ts";
import { visibleHeading } from "#app/student/visible-heading.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type WithdrawDialogProps = { rebuttal: Rebuttal | null; onClose: () => void };

/** [R22] Asks before a rebuttal is deleted for everyone. */
export function WithdrawDialog({ rebuttal, onClose }: WithdrawDialogProps) {
  const t = useTranslations("student.own");
  const tRefusals = useTranslations("refusals");
  const shared = useTranslations("shared");
  const seat = useSeat();
  const [isPending, setPending] = useState(false);
  const isGone = useRef(false);
  // Keeps its words while it fades away.
  const [shown, setShown] = useState(rebuttal);
  if (rebuttal && rebuttal !== shown) setShown(rebuttal);

  const withdraw = async () => {
    if (!rebuttal) return;
    setPending(true);
    const { id } = rebuttal;
    const answer = await sendNow(seat, (live) => live.send("rebuttal:withdraw", { rebuttalId: id }));
    setPending(false);
    // Gone already is as good as withdrawn.
    isGone.current = answer.ok || answer.code === "not-found";
    if (!answer.ok && !isGone.current) return toast.error(tRefusals(answer.code));
    toast.success(t("withdrawn"));
    onClose();
  };

  return (
    <Dialog
      open={rebuttal !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("withdrawTitle")}
      description={t("withdrawBody")}
      returnFocus={() => (isGone.current ? visibleHeading() : null)}
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button variant="danger" pending={isPending} onClick={withdraw}>
            {t("withdraw")}
          </Button>
        </>
      }
    >
      <Written as="blockquote" className="line-clamp-6 border-s-2 border-line-strong ps-3 text-ink-soft">
        {shown?.body}
      </Written>
    </Dialog>
  );
}
