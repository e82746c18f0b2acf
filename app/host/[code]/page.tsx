import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ControlRoom } from "#app/host/ControlRoom.tsx";
import { LinkEnded } from "#app/host/LinkEnded.tsx";
import { ComeBack } from "#app/host/link-key.tsx";
import { rememberedIn } from "#app/host/remembered.ts";
import { Words } from "#app/i18n/Words.tsx";
import { SearchX } from "#app/icons/icons.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { pageApi } from "#server/pages/page-api.ts";

type HostPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

/** Once a request, for the title and the page. */
const read = cache(async (code: string, key: string | undefined) =>
  pageApi().host(await headers(), code, key),
);

const oneOf = (keys: string | string[] | undefined) => (typeof keys === "string" ? keys : undefined);

export async function generateMetadata({ params, searchParams }: HostPageProps): Promise<Metadata> {
  const t = await getTranslations("host");
  const typed = (await params).code;
  const code = readCode(typed);
  const page = code ? await read(code, oneOf((await searchParams).key)) : null;
  const name = page?.ok ? page.value.settings.name : "";
  const title = { code: code ?? typed.toUpperCase() };
  return { title: name === "" ? t("title", title) : t("titleNamed", { ...title, name }) };
}

export default async function HostPage({ params, searchParams }: HostPageProps) {
  const code = readCode((await params).code);
  if (!code) return <NotHere />;
  const key = oneOf((await searchParams).key);
  const page = await read(code, key);
  if (!page.ok && key !== undefined && page.code === "forbidden") return <LinkEnded code={code} />;
  if (!page.ok && (page.code === "unauthorized" || page.code === "forbidden"))
    return (
      <Words also={["host"]}>
        <ComeBack code={code} {...(page.code === "forbidden" && { instead: <NotHere /> })} />
      </Words>
    );
  if (!page.ok) return <NotHere />;
  const kept = await cookies();
  return (
    <Words
      also={[
        "host",
        "screen",
        "results",
        "flow",
        "verdict",
        "steps",
        "sameAgain",
        "compareLink",
        "words",
        "wordsPanel",
        "downloads",
        "timeline",
        "notes",
        "participation",
        "phones",
        "projector",
        "templates",
        "grades",
      ]}
    >
      <ContentIn lang={page.value.debate.lang}>
        <ControlRoom
          page={page.value}
          remembered={rememberedIn((name) => kept.get(name)?.value, code)}
          {...(page.value.role === "assistant" && { linkKey: key })}
        />
      </ContentIn>
    </Words>
  );
}

async function NotHere() {
  const t = await getTranslations("host.notFound");
  return (
    <PageShell home="/dashboard" width="measure">
      <EmptyState
        as="h1"
        icon={SearchX}
        title={t("title")}
        action={
          <LinkButton href="/dashboard" variant="primary">
            {t("link")}
          </LinkButton>
        }
      >
        {t("body")}
      </EmptyState>
    </PageShell>
  );
}
