"use client";
import { useTranslations } from "next-intl";
import { endTour, startTour, useTourOffered } from "#app/host/help/tour-store.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** [H5] Offers the tour before the class is there; it starts only when asked. */
export function TourOffer() {
  const t = useTranslations("host.help.offer");
  if (!useTourOffered()) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control border border-line bg-surface px-4 py-2.5">
      <p className="flex-1 basis-full text-sm sm:basis-40 font-semibold">{t("title")}</p>
      <Button size="small" onClick={startTour}>
        {t("start")}
      </Button>
      <Button size="small" variant="quiet" onClick={endTour}>
        {t("dismiss")}
      </Button>
    </div>
  );
}
