import { useLocale } from "next-intl";

/** Names a language in the interface's language; returns the tag where the browser knows no name. */
export function useLanguageName(): (tag: string) => string {
  const names = new Intl.DisplayNames([useLocale()], { type: "language" });
  return (tag) => names.of(tag) ?? tag;
}
