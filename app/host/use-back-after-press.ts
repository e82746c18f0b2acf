"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { Live } from "#app/live/live.ts";
import { toast } from "#app/shared/notices/toast.ts";

/** [W21] Once the newest state is here, says so in place of the notice about a press that wasn't confirmed. */
export function useBackAfterPress(live: Live): void {
  const t = useTranslations("host.connection");
  useEffect(() => {
    let wasUnconfirmed = false;
    return live.subscribe(() => {
      const { unconfirmed = false } = live.state();
      if (wasUnconfirmed && !unconfirmed) toast.info(t("back"), { id: "late", description: t("backBody") });
      wasUnconfirmed = unconfirmed;
    });
  }, [live, t]);
}
