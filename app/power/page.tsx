import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { PowerView } from "#app/instructor/power/PowerView.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { readStudy } from "#debate/counting/study.ts";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("power");
  return { title: t("title") };
}

/** [M34] How sure an experiment could be. The query holds the study, so that a link and Back lead to the same one. */
export default async function PowerPage({ searchParams }: { searchParams: Query }) {
  await headers(); // made for each request, as all pages are
  const t = await getTranslations("power");
  return (
    <Words also={["power"]}>
      <PageShell>
        <header className="grid max-w-prose grid-cols-1 gap-3 wrap-anywhere">
          <h1 className="font-serif text-3xl font-medium tracking-tight text-balance">{t("title")}</h1>
          <p className="text-lg text-pretty">{t("lead")}</p>
        </header>
        <PowerView initial={readStudy(await searchParams)} />
      </PageShell>
    </Words>
  );
}
