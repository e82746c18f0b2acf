import { useTranslations } from "next-intl";
import { Compass } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";

export function NotFoundNote() {
  const t = useTranslations("shared");
  return (
    <EmptyState
      as="h1"
      icon={Compass}
      title={t("notFoundTitle")}
      action={
        // Not a LinkButton: every page loads the scripts of the page "not found".
        <a href="/" className={buttonStyle("primary")}>
          {t("goHome")}
        </a>
      }
    >
      {t("notFoundBody")}
    </EmptyState>
  );
}
