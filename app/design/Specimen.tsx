import type { ReactNode } from "react";

type SpecimenProps = { name: string; children: ReactNode };

/** One component, or one group of tokens, under its name. */
export function Specimen({ name, children }: SpecimenProps) {
  return (
    <section aria-label={name} className="grid min-w-0 grid-cols-1 gap-3 border-t border-line pt-4">
      <h3 className="eyebrow text-ink-soft">{name}</h3>
      {children}
    </section>
  );
}
