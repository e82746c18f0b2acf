import { useTranslations } from "next-intl";

/** [F26] In place of a form that only a script sends. */
export function NeedsScript() {
  const t = useTranslations("shared");
  return (
    <noscript>
      <p className="rounded-control border border-line bg-sunken px-4 py-3">{t("needsScript")}</p>
    </noscript>
  );
}
