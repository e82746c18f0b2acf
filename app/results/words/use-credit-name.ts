"use client";
import { useTranslations } from "next-intl";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import type { Side } from "#debate/rules/choices.ts";

type Credit = { rebuttalId?: string | undefined; paragraph?: { side: Side; n: number } | undefined };

/** What is credited, in words; `bodies`: those of the rebuttals that are shown. */
export function useCreditName(bodies: ReadonlyMap<string, string>): (credit: Credit) => string {
  const t = useTranslations("wordsPanel");
  const sides = useTranslations("choices");
  return ({ rebuttalId = "", paragraph }) => {
    if (paragraph) return t("paragraph", { n: paragraph.n, side: sides(`${paragraph.side}.name`) });
    const body = bodies.get(rebuttalId);
    return body === undefined
      ? t("goneRebuttal")
      : t.markup("rebuttal", { words: () => isolated(beginningOf(body)) });
  };
}
