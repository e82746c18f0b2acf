"use client";
import { useTranslations } from "next-intl";
import { FootBar } from "#app/instructor/frame/FootBar.tsx";
import type { KitSaving } from "#app/instructor/kit/use-kit-saving.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** The bar at the foot of the kit page: whether changes are saved, and the Save button. */
export function KitBar({ saving }: { saving: KitSaving }) {
  const t = useTranslations("instructor.kit");
  const { problem, isUnsaved, pending, save } = saving;
  return (
    <FootBar problem={problem}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-ink-soft">{t(isUnsaved ? "keptHere" : "allSaved")}</p>
        <Button variant="primary" pending={pending} onClick={() => save()}>
          {t("save")}
        </Button>
      </div>
    </FootBar>
  );
}
