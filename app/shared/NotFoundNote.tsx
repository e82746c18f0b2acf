import { useTranslations } from "next-intl";
import { Compass } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/Button.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";

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
