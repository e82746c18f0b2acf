import { useTranslations } from "next-intl";
import { FileText, Printer } from "#app/icons/icons.ts";
import { paperLink } from "#app/results/paper/paper-link.ts";
import { LinkButton } from "#app/shared/Button.tsx";

/** For the host: the results on paper. */
export function PaperLinks({ code }: { code: string }) {
  const t = useTranslations("results.exports");
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton href={paperLink(code, "report")}>
        <Printer aria-hidden="true" className="size-4.5" />
        {t("report")}
      </LinkButton>
      <LinkButton href={paperLink(code, "summary")}>
        <FileText aria-hidden="true" className="size-4.5" />
        {t("summary")}
      </LinkButton>
    </div>
  );
}
