import { useTranslations } from "next-intl";
import { Compass } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";

export function NotFoundNote() {
  const t = useTranslations("shared");
  return (
    <EmptyState
      as="h1"
      icon={Compass}
      title={t("notFoundTitle")}
      action={
        <LinkButton href="/" variant="primary">
          {t("goHome")}
        </LinkButton>
      }
    >
      {t("notFoundBody")}
    </EmptyState>
  );
}
