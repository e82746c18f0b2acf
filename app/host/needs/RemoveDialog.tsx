"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/Dialog.tsx";
import { isolated } from "#app/shared/isolated.ts";
import type { Seat } from "#debate/protocol/snapshot.ts";

type RemoveDialogProps = { seat: Seat | null; onClose: () => void; onErase: (seat: Seat) => void };

/** Asks before a seat is taken away, since it stays away. */
export function RemoveDialog({ seat, onClose, onErase }: RemoveDialogProps) {
  const t = useTranslations("host.people");
  const shared = useTranslations("shared");
  const { remove, may } = useCommands();
  const [isPending, run] = usePending();
  // Keeps the name while it fades away.
  const [shown, setShown] = useState<Seat | null>(seat);
  if (seat && seat !== shown) setShown(seat);
  const name = shown?.name ?? "";
  return (
    <Dialog
      open={seat !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("removeTitle", { name: isolated(name) })}
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button
            variant="danger"
            pending={isPending}
            onClick={() => run(async () => shown && (await remove(shown.participantId, name)) && onClose())}
          >
            {t("removeConfirm")}
          </Button>
        </>
      }
    >
      {shown?.realName && <p dir="auto">{shown.realName}</p>}
      <p>{t("removeBody")}</p>
      {may("erase") && (
        <Button
          variant="quiet"
          className="mt-3 -ml-4"
          onClick={() => {
            if (shown) onErase(shown);
            onClose();
          }}
        >
          {t("erase")}
        </Button>
      )}
    </Dialog>
  );
}
