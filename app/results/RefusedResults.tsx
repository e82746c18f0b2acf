import { useTranslations } from "next-intl";
import { Hourglass, Lock } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { Refusal } from "#debate/rules/result.ts";

/** In place of results, or of their print, that this reader may not see, or not yet. */
export function RefusedResults({ code, refusal }: { code: string; refusal: Refusal }) {
  const t = useTranslations();
  return (
    <PageShell header={<CodeDisplay code={code} />} width="measure">
      {refusal === "forbidden" ? (
        <EmptyState as="h1" icon={Lock} title={t("results.kept.title")}>
          {t("results.kept.body")}
        </EmptyState>
      ) : refusal === "wrong-phase" ? (
        <EmptyState
          as="h1"
          icon={Hourglass}
          title={t("results.waiting.title")}
          action={<LinkButton href={`/s/${code}`}>{t("results.waiting.link")}</LinkButton>}
        >
          {t("results.waiting.body")}
        </EmptyState>
      ) : (
        <>
          <h1 className="sr-only">{t("results.title")}</h1>
          <Notice kind="error" title={t("results.refused")}>
            {t(`refusals.${refusal}`)}
          </Notice>
        </>
      )}
    </PageShell>
  );
}
