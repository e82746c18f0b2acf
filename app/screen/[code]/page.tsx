import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { MonitorX } from "#app/icons/icons.ts";
import { Projector } from "#app/screen/Projector.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { languageRead } from "#debate/content/versions.ts";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

type ScreenPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

export async function generateMetadata({ params }: ScreenPageProps): Promise<Metadata> {
  const t = await getTranslations("screen");
  return { title: t("title", { code: (await params).code.toUpperCase() }) };
}

export default async function ScreenPage({ params, searchParams }: ScreenPageProps) {
  const typed = (await params).code;
  const { key: keys } = await searchParams;
  const key = typeof keys === "string" ? keys : undefined;
  const code = readCode(typed);
  const page = code ? await pageApi().screen(await headers(), code, key) : null;
  if (!page?.ok) return <NotOpened isUnknown={!page || page.code === "not-found"} />;
  const { language } = page.value.snapshot.wallLook ?? {};
  return (
    <Words also={["screen", "flow", "verdict", "steps", "words"]} language={language}>
      <ContentIn lang={languageRead(page.value.debate)}>
        <Projector language={language} page={page.value} {...(key !== undefined && { screenKey: key })} />
      </ContentIn>
    </Words>
  );
}

async function NotOpened({ isUnknown }: { isUnknown: boolean }) {
  const t = await getTranslations("screen.refused");
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState as="h1" icon={MonitorX} title={t("title")} className="max-w-measure">
        <p>{isUnknown ? t("unknown") : t("body")}</p>
      </EmptyState>
    </main>
  );
}
