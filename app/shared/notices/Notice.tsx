import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert, WifiOff } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";

export type NoticeKind = "info" | "success" | "warning" | "error" | "offline";

type NoticeProps = {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  /** As wide as the window, at its top. */
  banner?: boolean;
  className?: string;
};

const KINDS = {
  info: { style: "border-line bg-sunken", colour: "text-ink-soft", Icon: Info, role: "status" },
  success: { style: "border-good/40 bg-good-wash", colour: "text-good", Icon: CircleCheck, role: "status" },
  warning: { style: "border-warn/40 bg-warn-wash", colour: "text-warn", Icon: TriangleAlert, role: "status" },
  error: {
    style: "border-danger/40 bg-danger-wash",
    colour: "text-danger",
    Icon: CircleAlert,
    role: "alert",
  },
  offline: { style: "border-warn/40 bg-warn-wash", colour: "text-warn", Icon: WifiOff, role: "status" },
} as const;

/** Something to know. Says its kind to screen readers, since the icon and colour do not. */
export function Notice({ kind = "info", title, children, action, banner = false, className }: NoticeProps) {
  const t = useTranslations("shared.notice");
  const { style, colour, Icon, role } = KINDS[kind];
  return (
    <div
      role={role}
      className={classNames(
        "flex flex-wrap items-start gap-x-3 gap-y-2 text-sm",
        banner ? "border-b px-4 py-2.5 low:py-1.5 sm:px-6" : "rounded-control border px-4 py-3",
        style,
        className,
      )}
    >
      <Icon aria-hidden="true" className={classNames("mt-0.5 size-5 shrink-0", colour)} />
      <div className="min-w-0 flex-1 basis-40 wrap-anywhere text-ink">
        <span className="sr-only">{t(kind)}: </span>
        {/* A banner takes as few lines as it can. */}
        {title && <p className={classNames("font-semibold", banner && "me-2 inline")}>{title}</p>}
        {children && <div className={title ? (banner ? "inline" : "mt-0.5") : ""}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
