import { useTranslations } from "next-intl";
import { ChartColumn } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/Button.tsx";

/** [V22] From one session to a choice of those of its resolution. */
export function CompareLink({ code }: { code: string }) {
  const t = useTranslations("compareLink");
  return (
    <LinkButton href={`/compare?codes=${code}`}>
      <ChartColumn aria-hidden="true" className="size-4.5" />
      {t("open")}
    </LinkButton>
  );
}
