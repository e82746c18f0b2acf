"use client";
import type { ReactNode } from "react";
import { Printer } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";

export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4.5" />
      {children}
    </Button>
  );
}
