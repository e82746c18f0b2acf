"use client";
import { type ReactNode, useState } from "react";
import { ChevronDown } from "#app/icons/icons.ts";
import { useEditor } from "#app/instructor/editor/context.ts";

type FoldProps = {
  title: string;
  /** Whether there is nothing in it yet. */
  isEmpty: boolean;
  children: ReactNode;
};

/** [D21] What a debate can do without, folded up while it is written by hand and there is nothing in it. */
export function Fold({ title, isEmpty, children }: FoldProps) {
  const { isFolded } = useEditor();
  const [isOpen] = useState(!isEmpty);
  if (!isFolded) return children;
  return (
    <details open={isOpen} className="group border-t border-line">
      <summary className="flex min-h-touch list-none items-center gap-2 py-1 font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 transition-transform group-open:rotate-180"
        />
        {title}
      </summary>
      <div className="grid grid-cols-1 gap-5 pt-3 pb-4">{children}</div>
    </details>
  );
}
