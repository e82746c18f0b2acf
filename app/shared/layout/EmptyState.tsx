import type { ReactNode } from "react";
import type { Icon } from "#app/icons/make-icon.tsx";
import { classNames } from "#app/shared/class-names.ts";

type EmptyStateProps = {
  icon?: Icon;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  as?: "h1" | "h2" | "h3" | "p";
  className?: string;
};

/** Where there is nothing yet: what would be here, and what to do for it. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  as: Title = "p",
  className,
}: EmptyStateProps) {
  return (
    <div
      className={classNames(
        "grid grid-cols-1 justify-items-center gap-2 rounded-card border border-dashed border-line-strong px-[min(1.5rem,6vw)] py-10 text-center wrap-anywhere",
        className,
      )}
    >
      {Icon && <Icon aria-hidden="true" className="mb-1 size-8 text-ink-soft" strokeWidth={1.5} />}
      <Title className="font-serif text-xl text-balance">{title}</Title>
      {children && <div className="max-w-prose text-ink-soft text-pretty">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
