import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ControlRoom } from "#app/host/ControlRoom.tsx";
import { Words } from "#app/i18n/Words.tsx";
import { LinkButton } from "#app/shared/Button.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { PageShell } from "#app/shared/PageShell.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { door } from "#server/door.ts";

type HostPageProps = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: HostPageProps): Promise<Metadata> {
  const t = await getTranslations("host");
  return { title: t("title", { code: (await params).code.toUpperCase() }) };
}

export default async function HostPage({ params }: HostPageProps) {
  const typed = (await params).code;
  const code = readCode(typed);
  if (!code) return <NotHere />;
  const page = await door().host(await headers(), code);
  if (!page.ok && page.code === "unauthorized")
    redirect(`/sign-in?next=${encodeURIComponent(`/host/${code}`)}`);
  if (!page.ok) return <NotHere />;
  return (
    <Words also={["host", "screen", "results", "flow"]}>
      <ControlRoom page={page.value} />
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
