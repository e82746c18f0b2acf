import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { Hourglass, Lock } from "#app/icons/icons.ts";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { HostsNotices } from "#app/results/words/HostsNotices.tsx";
import { LinkButton } from "#app/shared/Button.tsx";
import { CodeDisplay } from "#app/shared/CodeDisplay.tsx";
import { CompareLink } from "#app/shared/CompareLink.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { PageShell } from "#app/shared/PageShell.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

type ResultsPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

/** Once a request, for the title and the page. */
const read = cache(async (typed: string, key: string | string[] | undefined) => {
  const code = readCode(typed);
  if (code === null) notFound();
  return {
    code,
    answer: await pageApi().results(await headers(), code, typeof key === "string" ? key : undefined),
  };
});

export async function generateMetadata({ params, searchParams }: ResultsPageProps): Promise<Metadata> {
  const t = await getTranslations("results");
  const { answer } = await read((await params).code, (await searchParams).key);
  if (!answer.ok) return { title: t("title") };
  const { name, results } = answer.value;
  const { resolution } = results;
  return { title: name === "" ? t("pageTitle", { resolution }) : t("pageTitleNamed", { name, resolution }) };
}

export default async function ResultsPage({ params, searchParams }: ResultsPageProps) {
  const t = await getTranslations();
  const { code, answer } = await read((await params).code, (await searchParams).key);
  if (!answer.ok && answer.code === "not-found") notFound();
  const header = <CodeDisplay code={code} />;
  if (answer.ok) {
    const { results, debate, isHost, canCompare, name } = answer.value;
    return (
      <Words also={["flow", "words", "timeline", ...(isHost ? (["wordsPanel"] as const) : [])]}>
        {isHost && <HostsNotices />}
        <PageShell header={header}>
          <ResultsView results={results} debate={debate} isHost={isHost} name={name} />
          {canCompare && (
            <p className="mt-10 print:hidden">
              <CompareLink code={code} />
            </p>
          )}
        </PageShell>
      </Words>
    );
  }
  return (
    <PageShell header={header} width="measure">
      {answer.code === "forbidden" ? (
        <EmptyState as="h1" icon={Lock} title={t("results.kept.title")}>
          {t("results.kept.body")}
        </EmptyState>
      ) : answer.code === "wrong-phase" ? (
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
            {t(`refusals.${answer.code}`)}
          </Notice>
        </>
      )}
    </PageShell>
  );
}
