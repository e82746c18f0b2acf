import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Paper } from "#app/results/paper/paper-link.ts";
import { Report } from "#app/results/paper/Report.tsx";
import { Sheet } from "#app/results/paper/Sheet.tsx";
import { Summary } from "#app/results/paper/Summary.tsx";
import { RefusedResults } from "#app/results/RefusedResults.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

export type PaperPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ key?: string | string[]; as?: string | string[] }>;
};

/** Once a request, for the title and the page. */
const read = cache(async (typed: string, key: string | undefined, as: "class" | undefined) => {
  const code = readCode(typed);
  if (code === null) notFound();
  return { code, answer: await pageApi().results(await headers(), code, key, as) };
});

async function asked({ params, searchParams }: PaperPageProps) {
  const { key, as } = await searchParams;
  const linkKey = typeof key === "string" ? key : undefined;
  const isClassVersion = as === "class";
  return {
    linkKey,
    isClassVersion,
    ...(await read((await params).code, linkKey, isClassVersion ? as : undefined)),
  };
}

/** The title is what a browser proposes as the name of a PDF. */
export async function paperMetadata(paper: Paper, props: PaperPageProps): Promise<Metadata> {
  const t = await getTranslations("report.title");
  const { answer } = await asked(props);
  if (!answer.ok) return { title: t(paper) };
  const { name, results } = answer.value;
  return { title: [t(paper), name || results.code, results.resolution].join(" · ") };
}

/** [V23] The results on paper, for everyone who may read them. */
export async function PaperPage({ paper, ...props }: PaperPageProps & { paper: Paper }) {
  const { code, answer, linkKey, isClassVersion } = await asked(props);
  if (!answer.ok && answer.code === "not-found") notFound();
  if (!answer.ok) return <RefusedResults code={code} refusal={answer.code} />;
  const page = answer.value;
  const Content = paper === "report" ? Report : Summary;
  return (
    <PageShell header={<CodeDisplay code={code} />}>
      <Sheet page={page} paper={paper} linkKey={linkKey} isClassVersion={isClassVersion}>
        <ContentIn lang={page.debate.lang}>
          <Content page={page} isClassVersion={isClassVersion} />
        </ContentIn>
      </Sheet>
    </PageShell>
  );
}
