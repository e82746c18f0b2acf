"use client";
import { useTranslations } from "next-intl";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import type { Side } from "#debate/rules/choices.ts";

type Credit = { rebuttalId?: string | undefined; paragraph?: { side: Side; n: number } | undefined };

/** The texts of the rebuttals in the results, and whether the results hold all of them [R15]. */
export type Bodies = { byId: ReadonlyMap<string, string>; areAll: boolean };

/** The name of a credited rebuttal or paragraph. */
export function useCreditName({ byId, areAll }: Bodies): (credit: Credit) => string {
  const t = useTranslations("wordsPanel");
  const sides = useTranslations("choices");
  return ({ rebuttalId = "", paragraph }) => {
    if (paragraph) return t("paragraph", { n: paragraph.n, side: sides(`${paragraph.side}.name`) });
    const body = byId.get(rebuttalId);
    if (body === undefined) return t(areAll ? "goneRebuttal" : "otherRebuttal");
    return t.markup("rebuttal", { words: () => isolated(beginningOf(body)) });
  };
}
