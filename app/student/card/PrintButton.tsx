"use client";
import { useTranslations } from "next-intl";
import { Printer } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";

/** Browsers save as PDF from the same dialog. */
export function PrintButton() {
  const t = useTranslations("card");
  return (
    <Button variant="primary" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-5" />
      {t("print")}
    </Button>
  );
}
