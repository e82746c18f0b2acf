import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { RefusedResults } from "#app/results/RefusedResults.tsx";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { TakeHome } from "#app/results/take-home/TakeHome.tsx";
import { HostsNotices } from "#app/results/words/HostsNotices.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { SiteLinks } from "#app/shared/links/SiteLinks.tsx";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
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
  const { key } = await searchParams;
  const { code, answer } = await read((await params).code, key);
  if (!answer.ok && answer.code === "not-found") notFound();
  if (!answer.ok) return <RefusedResults code={code} refusal={answer.code} />;
  const { results, debate, isOpen, isHost, name, settings, simulated, ran } = answer.value;
  return (
    <Words also={["flow", "words", "timeline", ...(isHost ? (["wordsPanel", "downloads"] as const) : [])]}>
      {isHost && <HostsNotices />}
      <PageShell header={<CodeDisplay code={code} />} footer={<SiteLinks />}>
        <div className="printed">
          <RehearsalMark simulated={simulated} className="mb-6 text-base" />
          <ContentIn lang={debate.lang}>
            <ResultsView
              results={results}
              settings={settings}
              debate={debate}
              isHost={isHost}
              isOpen={isOpen}
              name={name}
              ran={ran}
              takeHome={<TakeHome page={answer.value} linkKey={typeof key === "string" ? key : undefined} />}
            />
          </ContentIn>
        </div>
      </PageShell>
    </Words>
  );
}
