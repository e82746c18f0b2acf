import { useFormatter, useTranslations } from "next-intl";
import { isolated } from "#app/shared/text/isolated.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type Options = {
  /** Whether the reader wrote what it stands for. */
  isAmong?: boolean;
  /** How many are named; the others are counted. */
  named?: number;
};

/** [R32] Who wrote a rebuttal and those that it stands for: "Ada, Ben, and 3 others", or "You and Ada"; undefined without names. */
export function useAuthors() {
  const t = useTranslations("shared.authors");
  const format = useFormatter();
  return (
    { by, with: others = [], withCount = others.length }: Pick<Rebuttal, "by" | "with" | "withCount">,
    { isAmong = false, named = 2 }: Options = {},
  ): string | undefined => {
    const first = by === "you" ? t("you") : by;
    if (first === undefined || withCount === 0) return first;
    const names = isAmong ? [t("you"), first] : [first, ...others].slice(0, named);
    const rest = withCount + 1 - names.length;
    const parts = rest > 0 ? [...names.map(isolated), t("others", { count: rest })] : names.map(isolated);
    return format.list(parts, { type: "conjunction" });
  };
}
