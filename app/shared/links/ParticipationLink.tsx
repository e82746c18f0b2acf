import { useTranslations } from "next-intl";
import { ListChecks } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";

/** To who took part, in a new tab: the control room stays where it is. */
export function ParticipationLink({ code }: { code: string }) {
  const t = useTranslations("participation");
  return (
    <a href={`/host/${code}/participation`} target="_blank" rel="noopener" className={buttonStyle()}>
      <ListChecks aria-hidden="true" className="size-4.5" />
      {t("link")}
    </a>
  );
}
