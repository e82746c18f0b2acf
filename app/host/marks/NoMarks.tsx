import { useTranslations } from "next-intl";
import { EyeOff } from "#app/icons/icons.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";

/** [Q24] Of an anonymous session. */
export function NoMarks() {
  const t = useTranslations("marks.anonymous");
  return (
    <EmptyState as="h1" icon={EyeOff} title={t("title")}>
      {t("body")}
    </EmptyState>
  );
}
