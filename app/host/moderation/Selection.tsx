"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type SeveralAction, SeveralDialog } from "#app/host/moderation/SeveralDialog.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import type { Seat } from "#debate/rules/snapshot.ts";

type SelectionProps = {
  /** The seats that are ticked. */
  picked: readonly Seat[];
  /** The seats in the list as currently filtered. */
  shown: readonly Seat[];
  isJoinable: boolean;
  onPick: (participantIds: readonly string[]) => void;
  onDone: () => void;
};

/** What can be done with the seats that are ticked. */
export function Selection({ picked, shown, isJoinable, onPick, onDone }: SelectionProps) {
  const t = useTranslations("host.people.several");
  const [action, setAction] = useState<SeveralAction | null>(null);
  const ids = new Set(picked.map(({ participantId }) => participantId));
  const hasAll = shown.every(({ participantId }) => ids.has(participantId));
  const all = [...ids, ...shown.map(({ participantId }) => participantId)];
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{t("label")}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <p aria-live="polite" className="font-semibold tabular-nums">
          {t("selected", { count: picked.length })}
        </p>
        <Button size="small" onClick={() => onPick(hasAll ? [] : all)}>
          {hasAll && picked.length > 0 ? t("clear") : t("all", { count: shown.length })}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          className="flex-auto px-2! text-sm!"
          disabled={picked.length === 0}
          onClick={() => setAction("hide")}
        >
          {t("hide")}
        </Button>
        <Button
          variant="danger"
          className="flex-auto px-2! text-sm!"
          disabled={picked.length === 0}
          onClick={() => setAction("remove")}
        >
          {t("remove")}
        </Button>
      </div>
      <SeveralDialog
        action={action}
        seats={picked}
        isJoinable={isJoinable}
        onClose={() => setAction(null)}
        onDone={onDone}
      />
    </fieldset>
  );
}
