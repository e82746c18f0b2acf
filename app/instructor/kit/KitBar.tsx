"use client";
import { useTranslations } from "next-intl";
import { CircleAlert } from "#app/icons/icons.ts";
import type { KitSaving } from "#app/instructor/kit/use-kit-saving.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** The bar at the foot of the kit page: whether changes are saved, and the Save button. */
export function KitBar({ saving }: { saving: KitSaving }) {
  const t = useTranslations("instructor.kit");
  const { problem, isUnsaved, pending, save } = saving;
  return (
    <div className="sticky bottom-0 z-10 -mx-1 mt-10 border-t border-line-strong bg-paper px-1 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] short:static">
      {problem !== null && (
        <p role="alert" className="flex items-start gap-2 py-1 text-sm font-medium text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-ink-soft">{t(isUnsaved ? "keptHere" : "allSaved")}</p>
        <Button variant="primary" pending={pending} onClick={() => save()}>
          {t("save")}
        </Button>
      </div>
    </div>
  );
}
