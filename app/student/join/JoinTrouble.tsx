import { useTranslations } from "next-intl";
import type { Failure } from "#app/shared/ask.ts";

export type Trouble = Failure | "pass-missing" | "network-full";

export function JoinTrouble({ trouble, minutes }: { trouble: Trouble; minutes: number }) {
  const t = useTranslations("student.join");
  const tRefusals = useTranslations("refusals");
  if (trouble === "pass-missing") return <>{t("pass.missing")}</>;
  if (trouble === "network-full") return <>{t("networkFull", { minutes })}</>;
  if (trouble === "offline") return <>{t("unreachable")}</>;
  // The host closed joining while the form was on its way.
  return <>{trouble === "closed" ? t("shut") : tRefusals(trouble)}</>;
}
