"use client";

import { useTranslations } from "next-intl";
import { Toaster } from "sonner";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "#app/icons/icons.ts";

export type NoticesProps = { position?: "top-center" | "bottom-right" };

/** Where `toast()` of sonner speaks. Once a face, in its layout; not on the projector. */
export function Notices({ position = "top-center" }: NoticesProps) {
  const t = useTranslations("shared");
  return (
    <Toaster
      position={position}
      theme="system"
      closeButton
      containerAriaLabel={t("notifications")}
      mobileOffset={{
        top: "max(0.75rem, env(safe-area-inset-top))",
        // Above the control room's next step and wall, which stand at the foot of a phone.
        bottom: "calc(12rem + env(safe-area-inset-bottom))",
      }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast:
            "flex w-full flex-wrap items-start gap-3 rounded-card border border-line bg-surface px-4 py-3 pr-10 text-sm text-ink shadow-float font-sans",
          // What does not fit beside the words stands below them, and no button is broken over lines.
          content: "min-w-0 flex-1 basis-40",
          title: "font-semibold",
          description: "text-ink-soft",
          icon: "mt-0.5 shrink-0",
          error: "border-danger/40! bg-danger-wash!",
          warning: "border-warn/40! bg-warn-wash!",
          success: "border-good/40! bg-good-wash!",
          closeButton:
            "absolute top-2 right-2 grid size-8 place-items-center rounded-control hover:bg-sunken",
          actionButton:
            "ml-auto min-h-9 shrink-0 rounded-control border border-line-strong px-3 font-semibold whitespace-nowrap",
          cancelButton:
            "ml-auto min-h-9 shrink-0 rounded-control border border-line-strong px-3 font-semibold whitespace-nowrap",
        },
      }}
      icons={{
        info: <Info aria-hidden="true" className="size-5 text-ink-soft" />,
        success: <CircleCheck aria-hidden="true" className="size-5 text-good" />,
        warning: <TriangleAlert aria-hidden="true" className="size-5 text-warn" />,
        error: <CircleAlert aria-hidden="true" className="size-5 text-danger" />,
      }}
    />
  );
}
