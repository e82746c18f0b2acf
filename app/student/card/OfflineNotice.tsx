"use client";
import { useTranslations } from "next-intl";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useHasNetwork } from "#app/student/offline/use-late.ts";

/** The card is complete once it is loaded; only its links need a connection. */
export function OfflineNotice() {
  const t = useTranslations("card");
  return useHasNetwork() ? null : (
    <Notice kind="offline" className="print:hidden">
      {t("offline")}
    </Notice>
  );
}
