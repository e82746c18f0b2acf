"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { DoorClosed } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Seat } from "#debate/rules/snapshot.ts";

export type SeveralAction = "hide" | "remove";

type SeveralDialogProps = {
  action: SeveralAction | null;
  seats: readonly Seat[];
  /** Whether a new device could join the session now. */
  isJoinable: boolean;
  onClose: () => void;
  onDone: () => void;
};

const NAMED = 12;

/** Says how many it is about, and who, before several seats are taken away or what they wrote is hidden. */
export function SeveralDialog({ action, seats, isJoinable, onClose, onDone }: SeveralDialogProps) {
  const t = useTranslations("host.people");
  const shared = useTranslations("shared");
  const { removeSeveral, hideWords, hides, lock, may } = useCommands();
  const [isPending, run] = usePending();
  // Keeps its words while it fades away.
  const [shown, setShown] = useState<SeveralAction>(action ?? "remove");
  const [alsoLocks, setAlsoLocks] = useState(false);
  if (action && action !== shown) setShown(action);
  const count = seats.length;
  const others = count - NAMED;
  const offersLock = shown === "remove" && isJoinable && may("host:lock");
  const act = async () => {
    const ids = seats.map(({ participantId }) => participantId);
    // Stop joining first, so that a removed student can't rejoin in between.
    if (offersLock && alsoLocks && !(await lock(true))) return;
    if (!(await (shown === "hide" ? hideWords(ids) : removeSeveral(ids)))) return;
    onClose();
    onDone();
  };
  return (
    <Dialog
      open={action !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t(`several.${shown}Title`, { count })}
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button variant="danger" pending={isPending} onClick={() => run(act)}>
            {t(`several.${shown}Confirm`, { count })}
          </Button>
        </>
      }
    >
      <ul className="mb-3 flex flex-wrap gap-x-3 gap-y-1 font-semibold">
        {seats.slice(0, NAMED).map(({ participantId, name }) => (
          <Written as="li" key={participantId} className="max-w-full truncate">
            {name}
          </Written>
        ))}
        {others > 0 && (
          <li className="font-normal text-ink-soft">{t("several.others", { count: others })}</li>
        )}
      </ul>
      <DialogText>{shown === "hide" ? t(`several.hideBody.${hides}`) : t("several.removeBody")}</DialogText>
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
    </Dialog>
  );
}
