"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { DoorClosed } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Seat } from "#debate/rules/snapshot.ts";

type RemoveDialogProps = {
  seat: Seat | null;
  /** Whether a new device could join the session now. */
  isJoinable: boolean;
  onClose: () => void;
  onErase: (seat: Seat) => void;
};

/** Asks before a seat is taken away, since it stays away. */
export function RemoveDialog({ seat, isJoinable, onClose, onErase }: RemoveDialogProps) {
  const t = useTranslations("host.people");
  const shared = useTranslations("shared");
  const { remove, hideWords, hides, lock, may } = useCommands();
  const [isPending, run] = usePending();
  // Keeps the name while it fades away.
  const [shown, setShown] = useState<Seat | null>(seat);
  const [alsoLocks, setAlsoLocks] = useState(false);
  if (seat && seat !== shown) {
    setShown(seat);
    setAlsoLocks(false);
  }
  const offersLock = isJoinable && may("host:lock");
  const removeShown = async () => {
    if (!shown) return;
    // Stop joining first, so that a removed student can't rejoin in between.
    if (offersLock && alsoLocks && !(await lock(true))) return;
    if (await remove(shown.participantId, shown.name)) onClose();
  };
  const name = shown?.name ?? "";
  return (
    <Dialog
      open={seat !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t.rich("removeTitle", { name: inSentence(name) })}
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button variant="danger" pending={isPending} onClick={() => run(removeShown)}>
            {t("removeConfirm")}
          </Button>
        </>
      }
    >
      {shown?.realName && <Written as="p">{shown.realName}</Written>}
      <DialogText>{t("removeBody")}</DialogText>
      {offersLock && (
        <div className="mt-3">
          <Toggle
            icon={DoorClosed}
            label={t("closeJoining")}
            hint={t("closeJoiningHint")}
            checked={alsoLocks}
            onChange={async (on) => setAlsoLocks(on)}
          />
        </div>
      )}
      <Button
        variant="quiet"
        className="mt-3 -ml-4"
        pending={isPending}
        onClick={() =>
          run(async () => {
            if (shown && (await hideWords([shown.participantId]))) onClose();
          })
        }
      >
        {t(`hideWords.${hides}`)}
      </Button>
      {may("erase") && (
        <Button
          variant="quiet"
          className="-ml-4"
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
