import type { ReactNode } from "react";
import { Card } from "#app/shared/Card.tsx";
import { classNames } from "#app/shared/class-names.ts";

type PanelProps = { title: ReactNode; aside?: ReactNode; children: ReactNode; className?: string };

/** One part of the control room, with its heading. */
export function Panel({ title, aside, children, className }: PanelProps) {
  return (
    <Card
      as="section"
      tone="plain"
      padding="none"
      className={classNames("flex min-h-0 flex-col gap-3 p-4", className)}
    >
      <header className="flex min-h-6 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h2 className="eyebrow text-ink-soft">{title}</h2>
        {aside}
      </header>
      {children}
    </Card>
  );
}
