"use client";
import { useTranslations } from "next-intl";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [F13] A button of a rebuttal says whose, and its first words; [F11] by `same` the next one's is found. */
export function useNamed({ by, body }: Pick<Rebuttal, "by" | "body">) {
  const t = useTranslations("host.rebuttals");
  const words = isolated(beginningOf(body));
  const what = by ? t("whose", { name: isolated(by), words }) : words;
  return (action: string, same: string) => ({
    "aria-label": t("named", { action, what }),
    "data-same": same,
  });
}
