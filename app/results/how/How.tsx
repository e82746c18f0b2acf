import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#app/shared/class-names.ts";

type HowProps = {
  /** The figure, for those who do not see beside what it stands. */
  of: ReactNode;
  /** The steps of the calculation, in order. */
  steps: readonly ReactNode[];
  className?: string;
};

/** How a figure was counted, with the class's own numbers, folded. */
export function How({ of, steps, className }: HowProps) {
  const t = useTranslations("results.how");
  return (
    <details className={classNames("font-sans print:break-inside-avoid", className)}>
      <summary className="inline-flex min-h-touch items-center text-sm font-normal text-ink-soft soft-underline">
        {t("title")}
        <span className="sr-only"> {of}</span>
      </summary>
      <div className="grid max-w-prose gap-2 border-l-2 border-line-strong pb-1 pl-3 text-sm font-normal text-ink text-pretty tabular-nums">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
          <p key={index}>{step}</p>
        ))}
      </div>
    </details>
  );
}
