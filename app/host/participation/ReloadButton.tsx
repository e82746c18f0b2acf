"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { RotateCcw } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** Reads the page again; what was sorted and sought stays. */
export function ReloadButton() {
  const t = useTranslations("participation");
  const router = useRouter();
  const [isPending, start] = useTransition();
  return (
    <Button size="small" pending={isPending} onClick={() => start(() => router.refresh())}>
      <RotateCcw aria-hidden="true" className="size-4.5" />
      {t("reload")}
    </Button>
  );
}
