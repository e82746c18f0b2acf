"use client";
import type { ReactNode } from "react";
import { CircleAlert } from "#app/icons/icons.ts";
import { useLowWindow } from "#app/shared/text/text-size.ts";

type FootBarProps = {
  /** Why the last try to save came to nothing. */
  problem: string | null;
  children: ReactNode;
};

/** [F32] The bar with Save: always in sight at the foot, but in its place in a low window. */
export function FootBar({ problem, children }: FootBarProps) {
  useLowWindow();
  return (
    <div
      data-bar="end"
      className="sticky bottom-0 z-10 -mx-2 mt-10 border-t border-line-strong bg-paper px-2 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] short:static"
    >
      {problem !== null && (
        <p role="alert" className="flex items-start gap-2 py-1 text-sm font-medium text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}
