import { type ReactNode, useId } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { Card } from "#app/shared/layout/Card.tsx";

type PanelProps = {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  "data-tour"?: string;
};

/** One part of the control room, with its heading. [F12] A landmark by that name. */
export function Panel({ title, aside, children, className, ...rest }: PanelProps) {
  const id = useId();
  return (
    <Card
      {...rest}
      as="section"
      aria-labelledby={id}
      tone="plain"
      padding="none"
      className={classNames("flex min-h-0 flex-col gap-3 p-4", className)}
    >
      <header className="flex min-h-6 shrink-0 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h2 id={id} className="eyebrow text-ink-soft">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </Card>
  );
}
