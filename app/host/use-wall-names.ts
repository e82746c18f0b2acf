"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { isolated } from "#app/shared/text/isolated.ts";
import { withoutReadings } from "#debate/content/readings.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";

/** What can be on the projector, in words; what students wrote by its own, null without it. */
export function useWallNames(): (what: OnWall, body?: string) => string | null {
  const t = useTranslations("host.wall");
  const picks = useTranslations("host.picks");
  const sides = useTranslations("choices");
  return useCallback(
    (what, body) => {
      if (typeof what === "string") return t(what);
      if ("picture" in what) return t("picture", { side: sides(`${what.picture}.name`) });
      if ("chart" in what) return picks(what.chart);
      if ("paragraph" in what)
        return t("paragraph", { n: what.paragraph.n, side: sides(`${what.paragraph.side}.name`) });
      return body === undefined ? null : t.markup("quoted", { words: () => isolated(withoutReadings(body)) });
    },
    [t, picks, sides],
  );
}
