"use client";

import { catchError, type ErrorInfo } from "next/error";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";

/**
 * Shows an error page in place of a page that fails. Every page loads it with the layout, so it is made of plain parts: no frame,
 * no router's link. As Next's `error.tsx` it would be a file of its own.
 */
export const PageBoundary = catchError(function ErrorPage(_: object, { error, retry }: ErrorInfo) {
  const t = useTranslations("shared");
  const { digest } = error as { digest?: string };
  return (
    <main className="mx-auto w-full max-w-measure px-4 py-10 sm:px-6">
      <EmptyState
        as="h1"
        title={t("errorTitle")}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <button type="button" onClick={retry} className={buttonStyle("primary")}>
              {t("retry")}
            </button>
            <a href="/" className={buttonStyle()}>
              {t("goHome")}
            </a>
          </span>
        }
      >
        <p>{t("errorBody")}</p>
        {digest && <p className="mt-2 text-xs">{t("errorNumber", { digest })}</p>}
      </EmptyState>
    </main>
  );
});
