import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeSheet } from "#app/host/codes/CodeSheet.tsx";
import { Words } from "#app/i18n/Words.tsx";
import { LinkButton } from "#app/shared/Button.tsx";
import { PageShell } from "#app/shared/PageShell.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

type CodesPageProps = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: CodesPageProps): Promise<Metadata> {
  const t = await getTranslations("host.codes");
  return { title: t("title", { code: (await params).code.toUpperCase() }) };
}

export default async function CodesPage({ params }: CodesPageProps) {
  const t = await getTranslations("host.codes");
  const code = readCode((await params).code);
  if (!code) notFound();
  const page = await pageApi().passes(await headers(), code);
  if (!page.ok && page.code === "unauthorized")
    redirect(`/sign-in?next=${encodeURIComponent(`/host/${code}/codes`)}`);
  if (!page.ok) notFound();
  return (
    <Words also={["host"]}>
      <PageShell
        home="/dashboard"
        header={
          <LinkButton href={`/host/${code}`} variant="quiet">
            {t("toSession")}
          </LinkButton>
        }
      >
        <CodeSheet page={page.value} />
      </PageShell>
    </Words>
  );
}
