import { useTranslations } from "next-intl";
import type { Results } from "#debate/counting/results.ts";

export function HandsSection({ results: { hands } }: { results: Results }) {
  const t = useTranslations("results.hands");
  return hands && <p className="font-serif text-xl">{t("raised", { count: hands.up })}</p>;
}
