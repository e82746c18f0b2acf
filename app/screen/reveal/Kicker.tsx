import type { ReactNode } from "react";
import { classNames } from "#app/shared/class-names.ts";

/** A line of small capitals over a face of the reveal, as over a newspaper's column. */
export function Kicker({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <p
      className={classNames(
        "text-wall-sm font-semibold tracking-[0.06em] text-ink-soft uppercase",
        className,
      )}
    >
      {children}
    </p>
  );
}
