import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { PrintButton } from "#app/shared/print/PrintButton.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";

type PrintSheetProps = {
  /** What this is, in its corner. */
  kind: string;
  resolution: string;
  back: { href: string; words: string };
  /** More to choose, beside Print. */
  choices?: ReactNode;
  /** Without the head, where every part of the page is cut out. */
  isCut?: boolean;
  children: ReactNode;
};

/** [Y7] A sheet as it will be printed, on A4 or Letter, under a bar that is not. */
export function PrintSheet({ kind, resolution, back, choices, isCut = false, children }: PrintSheetProps) {
  const t = useTranslations("report.bar");
  return (
    <>
      <div data-screen-only className="mx-auto mb-5 grid max-w-[50rem] gap-2 print:hidden">
        <div className="flex flex-wrap items-center gap-2">
          <PrintButton>{t("print")}</PrintButton>
          <Link href={back.href} className={buttonStyle("quiet")}>
            {back.words}
          </Link>
          {choices}
        </div>
        <p className="text-sm text-ink-soft">{t("pdf")}</p>
      </div>
      <article
        data-theme="light"
        className="printed sheet mx-auto max-w-[50rem] bg-paper px-5 py-6 shadow-card sm:px-12 sm:py-10 print:max-w-none print:p-0 print:shadow-none"
      >
        {isCut ? (
          <h1 className="sr-only">{kind}</h1>
        ) : (
          <header className="mb-5 border-b-4 border-double border-ink pb-2">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <Wordmark />
              <h1 className="text-sm font-semibold">{kind}</h1>
            </div>
            <Resolution as="p" size="small" className="mt-2">
              {resolution}
            </Resolution>
          </header>
        )}
        {children}
      </article>
    </>
  );
}

/** A part of a sheet. `isNewPage`: begins on a page of its own. `isWhole`: is not broken, where it fits on a page. */
export function SheetPart({
  title,
  isNewPage = false,
  isWhole = false,
  children,
}: {
  title: ReactNode;
  isNewPage?: boolean;
  isWhole?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      data-whole={isWhole || undefined}
      className={isNewPage ? "mt-8 print:mt-0 print:break-before-page" : "mt-6 first:mt-0"}
    >
      <header className="mb-2 border-t-2 border-ink pt-1.5">
        <h2 className="font-serif text-xl font-medium">{title}</h2>
      </header>
      {children}
    </section>
  );
}
