import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps, MouseEvent } from "react";
import { LoaderCircle } from "#app/icons/icons.ts";
import { type ButtonSize, type ButtonVariant, buttonLook } from "#app/shared/button-looks.ts";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Sent and not yet answered: stays focusable, cannot be pressed again, and says that it works. */
  pending?: boolean;
};

export function Button({
  variant,
  size,
  pending,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const t = useTranslations("shared");
  const stop = (event: MouseEvent) => event.preventDefault();
  // A server component may not pass functions, so there is none unless someone listens.
  const listener = pending ? { onClick: stop } : onClick ? { onClick } : {};
  return (
    <button
      {...rest}
      {...listener}
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonLook(variant, size, className)}
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
  return <Link {...rest} className={buttonLook(variant, size, className)} />;
}
