import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ParticipationView } from "#app/host/participation/ParticipationView.tsx";
import { readOrder } from "#app/host/participation/table-order.ts";
import { Words } from "#app/i18n/Words.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

type ParticipationPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ sort?: string | string[] }>;
};

/** Once a request, for the title and the page. */
const read = cache(async (code: string) => pageApi().participation(await headers(), code));

/** [V17] The title is printed with the list, so that lists of several classes can be told apart. */
export async function generateMetadata({ params }: ParticipationPageProps): Promise<Metadata> {
  const t = await getTranslations("participation");
  const typed = (await params).code;
  const code = readCode(typed);
  const page = code ? await read(code) : null;
  const name = page?.ok ? page.value.name : "";
  const title = { code: code ?? typed.toUpperCase() };
  return { title: name === "" ? t("title", title) : t("titleNamed", { ...title, name }) };
}

export default async function ParticipationPage({ params, searchParams }: ParticipationPageProps) {
  const t = await getTranslations("participation");
  const code = readCode((await params).code);
  if (!code) notFound();
  const page = await read(code);
  if (!page.ok && page.code === "unauthorized")
    redirect(`/sign-in?next=${encodeURIComponent(`/host/${code}/participation`)}`);
  if (!page.ok) notFound();
  return (
    <Words also={["participation", "downloads"]}>
      <PageShell
        home="/dashboard"
        header={
          <LinkButton href={`/host/${code}`} variant="quiet">
            {t("toSession")}
          </LinkButton>
        }
      >
        <ParticipationView page={page.value} order={readOrder((await searchParams).sort)} />
      </PageShell>
    </Words>
  );
}
