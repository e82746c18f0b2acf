"use client";
import { useTranslations } from "next-intl";
import { Printer } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";

export function PrintButton() {
  const t = useTranslations("participation");
  return (
    <Button size="small" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4.5" />
      {t("print")}
    </Button>
  );
}
