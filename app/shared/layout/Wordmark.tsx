import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";

/** The name, with the two columns of the icon before it. */
export function Wordmark({ className }: { className?: string }) {
  const t = useTranslations("shared");
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-2 font-serif text-xl font-semibold tracking-tight",
        className,
      )}
    >
      <svg viewBox="0 0 40 40" aria-hidden="true" className="size-[1.15em]">
        <path d="M0 0h19v17c0 6-6 5-6 11v12H0z" className="fill-for" />
        <path d="M40 40H21V28c0-6 6-5 6-11V0h13z" className="fill-against" />
        <path d="M40 8 24 24M40 18 21 37M40 28 28 40" className="stroke-paper" strokeWidth="2.6" />
      </svg>
      {/* Beside a clock a phone has no space for it and the student's own name, and a small one none beside the switch for joining. */}
      <span className="max-[26.5rem]:[header:has([data-timed])_&]:sr-only max-[22rem]:[header:has([data-joining])_&]:sr-only">
        {t("appName")}
      </span>
    </span>
  );
}
