import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { FileText } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { CardView } from "#app/student/card/CardView.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

type CardPageProps = { params: Promise<{ code: string }> };

/** Once a request, for the title and the page. */
const read = cache(async (typed: string) => {
  const code = readCode(decodeURIComponent(typed));
  if (code === null) notFound();
  return { code, answer: await pageApi().card(await headers(), code) };
});

export async function generateMetadata({ params }: CardPageProps): Promise<Metadata> {
  const t = await getTranslations("card");
  const { answer } = await read((await params).code);
  if (!answer.ok) return { title: t("title") };
  return { title: t("pageTitle", { resolution: answer.value.card.session.resolution }) };
}

/** [V21] A student's own card, by the seat in this browser. */
export default async function MyCardPage({ params }: CardPageProps) {
  const t = await getTranslations();
  const { code, answer } = await read((await params).code);
  if (!answer.ok && answer.code === "not-found") notFound();
  const back = (
    <a
      href={`/s/${code}`}
      className="inline-flex min-h-touch items-center text-sm underline underline-offset-4"
    >
      {t("card.back")}
    </a>
  );
  if (answer.ok)
    return (
      <Words also={["card"]}>
        <PageShell home={false} header={back} width="measure">
          <ContentIn lang={answer.value.card.session.lang}>
            <CardView {...answer.value} />
          </ContentIn>
        </PageShell>
      </Words>
    );
  return (
    <PageShell home={false} header={back} width="measure">
      {answer.code === "unauthorized" ? (
        <EmptyState
          as="h1"
          icon={FileText}
          title={t("card.notSeated.title")}
          action={
            <a href={`/s/${code}`} className={buttonStyle("primary")}>
              {t("card.notSeated.action")}
            </a>
          }
        >
          {t("card.notSeated.body")}
        </EmptyState>
      ) : (
        <>
          <h1 className="sr-only">{t("card.title")}</h1>
          <Notice
            kind="error"
            title={t("card.refused")}
            action={
              <a href={`/s/${code}/card`} className={buttonStyle("secondary")}>
                {t("shared.retry")}
              </a>
            }
          >
            {t(`refusals.${answer.code}`)}
          </Notice>
        </>
      )}
    </PageShell>
  );
}
