"use client";

import { useTranslations } from "next-intl";
import { CloudOff } from "#app/icons/icons.ts";
import { Button, LinkButton } from "#app/shared/Button.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { PageShell } from "#app/shared/PageShell.tsx";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("shared");
  return (
    <PageShell width="measure">
      <EmptyState
        as="h1"
        icon={CloudOff}
        title={t("errorTitle")}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <Button variant="primary" onClick={reset}>
              {t("retry")}
            </Button>
            <LinkButton href="/">{t("goHome")}</LinkButton>
          </span>
        }
      >
        <p>{t("errorBody")}</p>
        {error.digest && <p className="mt-2 text-xs">{t("errorNumber", { digest: error.digest })}</p>}
      </EmptyState>
    </PageShell>
  );
}
