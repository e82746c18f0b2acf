"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Pencil, Trash2 } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { isBegun, useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type OwnActionsProps = { rebuttal: Rebuttal; isOpen: boolean; onWithdraw: (rebuttal: Rebuttal) => void };

/** [R21] [R22] Changing one's own rebuttal, as long as it was not taken down, and withdrawing it. */
export function OwnActions({ rebuttal, isOpen, onWithdraw }: OwnActionsProps) {
  const t = useTranslations("student.own");
  const { desk, live } = useSeat();
  const { outbox } = desk;
  const isChanging = () =>
    outbox
      .waiting()
      .some(({ name, payload }) => name === "rebuttal:edit" && payload.rebuttalId === rebuttal.id);
  // The card is drawn later than a change is sent, which would bring it back for that long.
  const hasChange = useSyncExternalStore(outbox.subscribe, isChanging, () => false);
  const hasDraft = useDraft(isBegun);
  const words = beginningOf(rebuttal.body);
  const isTakenDown = rebuttal.status === "hidden" && rebuttal.downWith === undefined;
  if (hasChange) return null;
  /** Acts on the newest version of the rebuttal, unless it is gone. */
  const does = (action: (rebuttal: Rebuttal) => void) => () => {
    const newest = live.state().rebuttals.get(rebuttal.id);
    if (newest) action(newest);
  };
  return (
    <>
      {isOpen && !hasDraft && !isTakenDown && (
        <Button
          variant="quiet"
          className="gap-1.5! px-1.5! text-sm!"
          aria-label={t("changeOf", { words })}
          onClick={does((newest) => desk.drafts.edit(newest))}
        >
          <Pencil aria-hidden="true" className="size-4.5" />
          {t("change")}
        </Button>
      )}
      <Button
        variant="quiet"
        className="gap-1.5! px-1.5! text-sm!"
        aria-label={t("withdrawOf", { words })}
        onClick={does(onWithdraw)}
      >
        <Trash2 aria-hidden="true" className="size-4.5" />
        {t("withdraw")}
      </Button>
    </>
  );
}
