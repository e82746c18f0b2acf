"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleAlert, CircleHelp, Redo2, Undo2 } from "#app/icons/icons.ts";
import { goTo } from "#app/instructor/editor/focus.ts";
import type { Editing } from "#app/instructor/editor/use-editing.ts";
import { FootBar } from "#app/instructor/frame/FootBar.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";

type SaveBarProps = {
  editing: Editing;
  remarksLeft: number;
  pending: boolean;
  /** Why the last try to save came to nothing. */
  problem: string | null;
  onSave: () => void;
  saveLabel?: string;
  /** Where the newest words are, in place of that this device keeps them. */
  status?: ReactNode;
  /** Other things to do, left of Save. */
  children?: ReactNode;
};

/** Always visible at the bottom: a link back, how much is left to do, and Save. */
export function SaveBar({
  editing,
  remarksLeft,
  pending,
  problem,
  onSave,
  saveLabel,
  status,
  children,
}: SaveBarProps) {
  const t = useTranslations("instructor.editor");
  const { step, canUndo, canRedo } = editing;
  const icon = buttonStyle("quiet", "normal", "touch px-3!");
  return (
    <FootBar problem={problem}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <div className="flex">
          <button
            type="button"
            className={icon}
            aria-label={t("undo")}
            title={t("undoKeys")}
            aria-disabled={!canUndo}
            onClick={() => step({ do: "undo" })}
          >
            <Undo2 aria-hidden="true" className="size-5" />
          </button>
          <button
            type="button"
            className={icon}
            aria-label={t("redo")}
            title={t("redoKeys")}
            aria-disabled={!canRedo}
            onClick={() => step({ do: "redo" })}
          >
            <Redo2 aria-hidden="true" className="size-5" />
          </button>
        </div>
        <Left faults={editing.errors.size} remarks={remarksLeft} status={status} />
        <div className="ms-auto flex flex-wrap items-center justify-end gap-1">
          {children}
          <Button variant="primary" pending={pending} onClick={onSave}>
            {saveLabel ?? t("save")}
          </Button>
        </div>
      </div>
    </FootBar>
  );
}

/** How much still wants a look, as a way to the first of it. */
function Left({ faults, remarks, status }: { faults: number; remarks: number; status: ReactNode }) {
  const t = useTranslations("instructor.editor");
  if (faults > 0) {
    return (
      <button
        type="button"
        className={buttonStyle("quiet", "normal", "px-2! text-sm! text-danger!")}
        onClick={goToFirstFault}
      >
        <CircleAlert aria-hidden="true" className="size-4.5" />
        {t("faultsLeft", { count: faults })}
      </button>
    );
  }
  if (remarks > 0) {
    return (
      <button
        type="button"
        className={buttonStyle("quiet", "normal", "px-2! text-sm!")}
        onClick={goToFirstRemark}
      >
        <CircleHelp aria-hidden="true" className="size-4.5 text-warn" />
        {t("remarksLeft", { count: remarks })}
      </button>
    );
  }
  return status ?? <p className="px-2 text-sm text-ink-soft max-sm:hidden">{t("keptHere")}</p>;
}

export const goToFirstFault = () => goTo(document.querySelector('#editor [aria-invalid="true"]'));
const goToFirstRemark = () => goTo(document.querySelector("[data-remark]"));
