import { classNames } from "#app/shared/class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "normal" | "large" | "small";

const VARIANTS = {
  primary: "border-ink bg-ink text-paper hover:bg-ink/85",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink underline-offset-4 hover:bg-sunken",
  danger: "border-danger bg-surface text-danger hover:bg-danger-wash",
} as const satisfies Record<ButtonVariant, string>;

const SIZES = {
  // Small looks small and is still 48 px to the thumb, by the invisible ring around it.
  small:
    "min-h-9 px-3 py-1 text-sm relative after:absolute after:inset-x-0 after:top-1/2 after:h-12 after:-translate-y-1/2",
  normal: "min-h-touch px-[min(1rem,4vw)] py-1.5 text-base",
  large: "min-h-14 px-[min(1.5rem,6vw)] py-1.5 text-lg",
} as const satisfies Record<ButtonSize, string>;

/** What a button or a link that acts like one looks like. */
export function buttonStyle(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "normal",
  className?: string,
) {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-control border font-semibold leading-tight",
    "transition-colors duration-150 select-none active:translate-y-px",
    // Waiting for the page's script takes a moment, and looks like nothing.
    "not-data-waiting:disabled:opacity-55 disabled:active:translate-y-0 aria-disabled:opacity-55",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
