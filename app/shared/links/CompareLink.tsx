import { useTranslations } from "next-intl";
import { ChartColumn } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";

type CompareLinkProps = {
  code: string;
  /** In a new tab: the control room stays where it is. */
  opensTab?: boolean;
};

/** [V22] From one session to a choice of those of its resolution. */
export function CompareLink({ code, opensTab = false }: CompareLinkProps) {
  const t = useTranslations("compareLink");
  return (
    <LinkButton href={`/compare?codes=${code}`} {...(opensTab && { target: "_blank", rel: "noopener" })}>
      <ChartColumn aria-hidden="true" className="size-4.5" />
      {t("open")}
    </LinkButton>
  );
}
