import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { SignOut } from "#app/instructor/account/SignOut.tsx";
import { SetUpFirst } from "#app/instructor/account/second-factor/SetUpFirst.tsx";
import { sameSitePath, signInPath } from "#app/instructor/same-site.ts";
import { NeedsScript } from "#app/shared/layout/NeedsScript.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { SiteLinks } from "#app/shared/links/SiteLinks.tsx";
import { Notices } from "#app/shared/notices/Notices.tsx";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.secondFactor");
  return { title: t("requiredTitle") };
}

/** [I39] Where a sign-in leads that lacks a required second factor. */
export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const path = sameSitePath(typeof next === "string" ? next : undefined);
  const instructor = await pageApi().withoutSecondFactor(await headers());
  if (!instructor) redirect(signInPath(path));
  const t = await getTranslations("instructor.secondFactor");
  return (
    <PageShell width="measure" footer={<SiteLinks />}>
      <div className="mx-auto grid max-w-md grid-cols-1 gap-6 py-4 wrap-anywhere sm:py-10">
        <header className="grid gap-2">
          <h1 className="font-serif text-3xl font-medium tracking-tight">{t("requiredTitle")}</h1>
          <p className="text-ink-soft">{t("requiredLead")}</p>
        </header>
        <NeedsScript />
        <Words also={["instructor"]}>
          <SetUpFirst email={instructor.email} next={path} />
          <SignOut id={instructor.id} />
          <Notices />
        </Words>
      </div>
    </PageShell>
  );
}
