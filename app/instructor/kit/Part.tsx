import type { ReactNode } from "react";

/** A part of the kit, with what it is for. */
export function Part({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-4 border-t-2 border-ink pt-5">
      <div>
        <h2 id={id} className="font-serif text-2xl font-medium">
          {title}
        </h2>
        <p className="max-w-prose text-ink-soft text-pretty">{lead}</p>
      </div>
      {children}
    </section>
  );
}
