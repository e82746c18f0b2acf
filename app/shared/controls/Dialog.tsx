"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as Base } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode, RefObject } from "react";
import { X } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useClosedByBack } from "#app/shared/controls/back-button.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { useLowWindow } from "#app/shared/text/text-size.ts";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons at the foot, the main one last. */
  actions?: ReactNode;
  /** What opens it; without one, `open` and `onOpenChange` do. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Warns of a loss: a click beside it does not close it. */
  isAlert?: boolean;
  /** `wide` for things to read. */
  size?: "normal" | "wide";
  /** What has the focus when it opens; without it, the first control. */
  initialFocus?: RefObject<HTMLElement | null> | (() => HTMLElement | null);
  /** What has it when it has closed; without it, or null, what had it before. */
  returnFocus?: () => HTMLElement | null;
};

/** A dialog in the middle of a screen; on a phone a sheet at its foot, in thumb's reach. Escape closes it. */
export function Dialog({
  title,
  description,
  children,
  actions,
  trigger,
  open,
  onOpenChange,
  isAlert = false,
  size = "normal",
  initialFocus,
  returnFocus,
}: DialogProps) {
  const t = useTranslations("shared");
  useClosedByBack(open ?? false, () => onOpenChange?.(false));
  const Root = isAlert ? AlertDialog.Root : Base.Root;
  const controlled = open === undefined ? {} : { open };
  return (
    <Root {...controlled} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop
          data-backdrop
          className="fixed inset-0 z-40 bg-shade transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            {...(initialFocus && { initialFocus })}
            {...(returnFocus && { finalFocus: returnFocus })}
            className={classNames(
              "grid max-h-[92dvh] w-full grid-rows-[auto_minmax(0,1fr)_auto] bg-surface text-ink shadow-float wrap-anywhere",
              "rounded-t-card sm:rounded-card transition duration-200 ease-settle",
              "data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0",
              // In a window this low all of it scrolls, for head and foot would leave nothing.
              "short:block short:max-h-dvh short:overflow-y-auto",
              // On a small phone the head scrolls, too, and the foot stays.
              "low:block low:max-h-dvh low:tall:scroll-pb-36 low:overflow-y-auto",
              size === "wide" ? "sm:max-w-3xl" : "sm:max-w-lg",
            )}
          >
            <LowWindow />
            <div className="flex items-start gap-[min(1rem,2vw)] px-[min(1.25rem,5vw)] pt-5 pb-2 sm:px-6 short:pt-3 short:pb-0">
              <div className="grid min-w-0 flex-1 gap-1">
                <Base.Title className="font-serif text-xl text-balance">{title}</Base.Title>
                {description && (
                  <Base.Description className="text-sm text-ink-soft">{description}</Base.Description>
                )}
              </div>
              <Base.Close
                aria-label={t("close")}
                className={buttonStyle("quiet", "normal", "-mt-2 -mr-[min(0.75rem,3vw)] px-3!")}
              >
                <X aria-hidden="true" className="size-5" />
              </Base.Close>
            </div>
            <div className="overflow-y-auto px-[min(1.25rem,5vw)] pt-2 pb-4 sm:px-6 short:overflow-visible short:py-2 low:overflow-visible">
              {children}
            </div>
            {actions && (
              <div className="flex flex-col-reverse gap-2 bg-surface px-[min(1.25rem,5vw)] pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end sm:rounded-b-card sm:px-6 low:sticky low:bottom-0 short:static!">
                {actions}
              </div>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Root>
  );
}

/** [F35] On pages that have no bars of their own, too. */
function LowWindow() {
  useLowWindow();
  return null;
}

/** What a dialog warns of, where it stands in its middle: read out with the title. `description` stands under the title. */
export const DialogText = Base.Description;

/** A button inside a dialog that closes it. */
export const DialogClose = Base.Close;
