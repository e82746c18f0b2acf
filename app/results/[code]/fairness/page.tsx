import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { FairnessRecord } from "#app/results/paper/FairnessRecord.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { PrintSheet } from "#app/shared/print/PrintSheet.tsx";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

type Params = { params: Promise<{ code: string }> };

const read = cache(async (typed: string) => {
  const code = readCode(typed);
  if (code === null) notFound();
  return { code, answer: await pageApi().fairness(await headers(), code) };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const t = await getTranslations("fairness");
  const { code, answer } = await read((await params).code);
  return { title: answer.ok ? [t("title"), code, answer.value.debate.resolution].join(" · ") : t("title") };
}

/** [Y12] What the class was given, on paper. */
export default async function FairnessRecordPage({ params }: Params) {
  const { code, answer } = await read((await params).code);
  if (!answer.ok && answer.code === "unauthorized")
    redirect(`/sign-in?next=${encodeURIComponent(`/results/${code}/fairness`)}`);
  if (!answer.ok) notFound();
  const page = answer.value;
  const t = await getTranslations("fairness");
  return (
    <PageShell header={<CodeDisplay code={code} />}>
      <ContentIn lang={page.debate.lang}>
        <PrintSheet
          kind={t("title")}
          resolution={page.debate.resolution}
          back={{ href: `/results/${code}`, words: t("toResults") }}
        >
          <RehearsalMark simulated={page.simulated} className="mb-4" />
          <FairnessRecord page={page} />
        </PrintSheet>
      </ContentIn>
    </PageShell>
  );
}
