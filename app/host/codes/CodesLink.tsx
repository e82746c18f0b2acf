import { useTranslations } from "next-intl";
import { Ticket } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";

/** To the sheet of personal codes, in a window of its own: the control room stays where it is. */
export function CodesLink({ code, className }: { code: string; className?: string }) {
  const t = useTranslations("host.codes");
  return (
    <a
      href={`/host/${code}/codes`}
      target={`codes-${code}`}
      rel="noopener"
      className={buttonStyle("secondary", "normal", className)}
    >
      <Ticket aria-hidden="true" className="size-4.5" />
      {t("link")}
    </a>
  );
}
