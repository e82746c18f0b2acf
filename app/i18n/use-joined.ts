import { useFormatter, useTranslations } from "next-intl";

type Part = string | number | false | null | undefined;

const isSaid = (part: Part): part is string | number => part !== "" && part !== false && part != null;

/** [E5] Joins parts of a sentence: Japanese has no spaces, and other commas. Empty parts are left out. */
export function useJoined() {
  const t = useTranslations("shared.joined");
  const format = useFormatter();
  return {
    /** What stands between two sentences, or a sentence and a link. */
    space: t("space"),
    /** A title as a sentence of its own. */
    sentence: (text: string): string => t("sentence", { text }),
    sentences: (...parts: Part[]): string => parts.filter(isSaid).join(t("space")),
    /** "Ada, Ben, Cyd": without a word before the last. */
    list: (...parts: Part[]): string => format.list(parts.filter(isSaid).map(String), { style: "narrow" }),
    labeled: (label: string, value: string | number): string => t("labeled", { label, value: `${value}` }),
  };
}
