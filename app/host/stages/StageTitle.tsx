import type { ReactNode } from "react";

/** What the room does now, as the heading of the stage. */
export function StageTitle({
  children,
  lead,
  aside,
}: {
  children: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div>
        <h2 className="font-serif text-2xl text-balance">{children}</h2>
        {lead && <p className="text-ink-soft">{lead}</p>}
      </div>
      {aside}
    </header>
  );
}
