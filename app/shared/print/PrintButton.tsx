"use client";
import type { ReactNode } from "react";
import { Printer } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import type { ButtonSize, ButtonVariant } from "#app/shared/controls/button-styles.ts";

type PrintButtonProps = { children: ReactNode; variant?: ButtonVariant; size?: ButtonSize };

/** Browsers save as PDF from the same dialog. */
export function PrintButton({ children, variant = "primary", size = "normal" }: PrintButtonProps) {
  return (
    <Button variant={variant} size={size} onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4.5" />
      {children}
    </Button>
  );
}
