import { useTranslations } from "next-intl";
import { isolated } from "#app/shared/text/isolated.ts";
import type { OwnTable } from "#debate/activities/pairs/rules.ts";

type Partner = OwnTable["partners"][number];

/** [P40] What a partner is called: at the start of a sentence, or within one. Without a name by their place, if there are two. */
export function usePartnerName({ partners }: Pick<OwnTable, "partners">) {
  const t = useTranslations("student.pairs");
  return ({ name, place }: Partner, at: "called" | "within" = "called"): string => {
    if (name !== undefined) return t("called.named", { name: isolated(name) });
    return partners.length === 1 ? t(`${at}.partner`) : t(`${at}.person`, { number: place + 1 });
  };
}
