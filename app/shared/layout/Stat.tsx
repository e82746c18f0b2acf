import type { ReactNode } from "react";
import { classNames } from "#app/shared/class-names.ts";

type StatProps = { value: ReactNode; label: ReactNode; note?: ReactNode; className?: string };

/** One figure with what it counts. Several belong in one `<dl>`. */
export function Stat({ value, label, note, className }: StatProps) {
  return (
    <div className={classNames("flex flex-col-reverse justify-end", className)}>
      <dt className="text-sm text-ink-soft text-pretty">
        {label}
        {note && <span className="block text-xs">{note}</span>}
      </dt>
      <dd className="font-serif text-3xl tabular-nums">{value}</dd>
    </div>
  );
}
