"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps, MouseEvent } from "react";
import { LoaderCircle } from "#app/icons/icons.ts";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#app/shared/controls/button-styles.ts";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Sent and not yet answered: stays focusable, cannot be pressed again, and says that it works. */
  pending?: boolean;
  /** Its form is posted by the browser alone where scripts have not run. */
  worksWithoutScripts?: boolean;
};

export function Button({
  variant,
  size,
  pending,
  worksWithoutScripts = false,
  disabled,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const t = useTranslations("shared");
  const stop = (event: MouseEvent) => event.preventDefault();
  // Before its script runs a press would do nothing, or post a form that no page takes.
  const isWaiting = !useHydrated() && !worksWithoutScripts;
  return (
    <button
      {...rest}
      onClick={pending ? stop : onClick}
      type={type}
      disabled={disabled || isWaiting}
      data-waiting={(isWaiting && !disabled) || undefined}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonStyle(variant, size, className)}
    >
      {pending && <LoaderCircle aria-hidden="true" className="size-[1.1em] animate-spin" />}
      {children}
      {pending && <span className="sr-only">{t("working")}</span>}
    </button>
  );
}

type LinkButtonProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** Goes somewhere and looks like a button. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonStyle(variant, size, className)} />;
}
