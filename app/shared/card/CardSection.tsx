import { type ReactNode, useId } from "react";

/** A part of the card under its small heading. */
export function CardSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 content-start gap-2 print:block print:space-y-1.5">
      <h2 id={id} className="eyebrow break-after-avoid text-ink-soft">
        {title}
      </h2>
      {children}
    </section>
  );
}
