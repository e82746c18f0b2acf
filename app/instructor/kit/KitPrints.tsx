import Link from "next/link";
import { useTranslations } from "next-intl";
import { Printer } from "#app/icons/icons.ts";
import { KIT_PAPERS, kitPaperLink } from "#app/instructor/kit/kit-paper.ts";
import { buttonLook } from "#app/shared/controls/button-looks.ts";

/** [Y7] What can be printed, as it was last saved. */
export function KitPrints({ id }: { id: string }) {
  const t = useTranslations("kitPaper");
  return (
    <nav aria-labelledby="kit-prints" className="grid gap-2">
      <h2 id="kit-prints" className="eyebrow text-ink-soft">
        {t("print")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {KIT_PAPERS.map((paper) => (
          <li key={paper}>
            <Link href={kitPaperLink(id, paper)} className={buttonLook("secondary", "normal")}>
              <Printer aria-hidden="true" className="size-4.5" />
              {t(`titles.${paper}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
