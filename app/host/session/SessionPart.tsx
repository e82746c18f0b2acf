import { type ReactNode, useId } from "react";

/** One part of the session's settings, with its heading. [F12] A landmark by that name. */
export function SessionPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line pt-4">
      <h3 id={id} className="eyebrow text-ink-soft">
        {title}
      </h3>
      {children}
    </section>
  );
}
