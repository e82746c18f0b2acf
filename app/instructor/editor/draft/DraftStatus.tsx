"use client";
import { useTranslations } from "next-intl";
import { CircleAlert } from "#app/icons/icons.ts";
import type { AutosaveState } from "#app/instructor/editor/draft/use-autosave.ts";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";
import { classNames } from "#app/shared/class-names.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";

type DraftStatusProps = {
  state: AutosaveState;
  isDue: boolean;
  /** Why it can't be saved at all; null where it was changed. */
  lost: Lost | null;
  onCompare: (() => void) | null;
};

/** On a small phone beside the buttons: in a row of its own it would cover the text being written. */
const BESIDE = "max-sm:min-w-0 max-sm:flex-1";

/** [D22] Where the newest words of a draft are. Screen readers hear of it only where something is wrong. */
export function DraftStatus({ state, isDue, lost, onCompare }: DraftStatusProps) {
  const t = useTranslations("instructor.hand.saving");
  const isWrong = state === "faulty" || state === "failed" || state === "signed-out";
  const words = isWrong ? state : isDue ? "due" : state === "saved" ? "saved" : "idle";
  if (state === "stopped" && onCompare)
    return (
      <div role="status" className={`${BESIDE} max-sm:basis-52`}>
        <button
          type="button"
          onClick={onCompare}
          className={buttonStyle("quiet", "normal", "px-2! text-left text-sm! text-danger!")}
        >
          <CircleAlert aria-hidden="true" className="size-4.5 shrink-0" />
          {t(lost ?? "stopped")}
        </button>
      </div>
    );
  return (
    <p
      {...(isWrong && { role: "status" })}
      className={classNames(
        "px-2 text-sm",
        isWrong ? `${BESIDE} max-sm:basis-36 font-medium text-danger` : "text-ink-soft",
        words === "idle" && "max-sm:hidden",
      )}
    >
      {t(words)}
    </p>
  );
}
