"use client";

import { useTranslations } from "next-intl";
import { buttonLook } from "#app/shared/controls/button-looks.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Every page loads this with its own scripts, so it is made of plain parts: no frame, no router's link. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("shared");
  return (
    <main className="mx-auto w-full max-w-measure px-4 py-10 sm:px-6">
      <EmptyState
        as="h1"
        title={t("errorTitle")}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <button type="button" onClick={reset} className={buttonLook("primary")}>
              {t("retry")}
            </button>
            <a href="/" className={buttonLook()}>
              {t("goHome")}
            </a>
          </span>
        }
      >
        <p>{t("errorBody")}</p>
        {error.digest && <p className="mt-2 text-xs">{t("errorNumber", { digest: error.digest })}</p>}
      </EmptyState>
    </main>
  );
}
