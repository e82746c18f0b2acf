import { useTranslations } from "next-intl";
import { PenLine } from "#app/icons/icons.ts";
import { type ButtonSize, buttonStyle } from "#app/shared/controls/button-styles.ts";

/** To the marks, in a new tab: the control room stays where it is. */
export function MarksLink({ code, size }: { code: string; size?: ButtonSize }) {
  const t = useTranslations("participation");
  return (
    <a href={`/host/${code}/marks`} target="_blank" rel="noopener" className={buttonStyle("secondary", size)}>
      <PenLine aria-hidden="true" className="size-4.5" />
      {t("marksLink")}
    </a>
  );
}
