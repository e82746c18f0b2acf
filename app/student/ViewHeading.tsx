import type { ReactNode } from "react";
import { classNames } from "#app/shared/class-names.ts";

type ViewHeadingProps = { children: ReactNode; className?: string };

/** What a view is about, in a line; takes the focus when the class moves, so that it is read out. */
export function ViewHeading({ children, className }: ViewHeadingProps) {
  return (
    <h1 tabIndex={-1} className={classNames("eyebrow text-ink-soft outline-none", className)}>
      {children}
    </h1>
  );
}
