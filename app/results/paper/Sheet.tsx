import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { type Paper, paperLink } from "#app/results/paper/paper-link.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { PrintButton } from "#app/shared/print/PrintButton.tsx";
import type { ResultsPage } from "#debate/protocol/pages.ts";

type SheetProps = {
  page: ResultsPage;
  paper: Paper;
  /** The key in the address. */
  linkKey?: string | undefined;
  isClassVersion: boolean;
  children: ReactNode;
};

/** A page as it will be printed, under a bar that is not. */
export function Sheet({ page, paper, linkKey, isClassVersion, children }: SheetProps) {
  const t = useTranslations("report.bar");
  const { space } = useJoined();
  const { results, isHost, isOpen } = page;
  const as = isClassVersion ? ("class" as const) : undefined;
  const link = (to: Paper | null) => paperLink(results.code, to, { key: linkKey, as: to ? as : undefined });
  // [Z18] The host of an anonymous session has no other version than the class.
  const hasVersions = isHost && page.settings.identity !== "anonymous" && results.withheld.length > 0;
  return (
    <>
      <div data-screen-only className="mx-auto mb-5 grid max-w-[50rem] gap-2 print:hidden">
        <div className="flex flex-wrap gap-2">
          <PrintButton>{t("print")}</PrintButton>
          <LinkButton href={link(paper === "report" ? "summary" : "report")}>
            {t(paper === "report" ? "toSummary" : "toReport")}
          </LinkButton>
          <LinkButton href={link(null)} variant="quiet">
            {t("toResults")}
          </LinkButton>
        </div>
        <p className="text-sm text-ink-soft">{t("pdf")}</p>
        {hasVersions && (
          <p className="text-sm">
            {t(isClassVersion ? "isClass" : "isHosts")}
            {space}
            {isOpen ? (
              <a
                href={paperLink(results.code, paper, {
                  key: linkKey,
                  as: isClassVersion ? undefined : "class",
                })}
                className="inline-flex min-h-touch items-center font-semibold underline underline-offset-4"
              >
                {t(isClassVersion ? "toHosts" : "toClass")}
              </a>
            ) : (
              t("classLater")
            )}
          </p>
        )}
      </div>
      <div
        data-theme="light"
        className="printed sheet -mx-gutter max-w-[50rem] bg-paper px-gutter py-6 shadow-card sm:mx-auto sm:px-12 sm:py-10 print:mx-0 print:max-w-none print:p-0 print:shadow-none"
      >
        {children}
      </div>
    </>
  );
}
