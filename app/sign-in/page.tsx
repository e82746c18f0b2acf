import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { ProviderRefusal, ProviderWay } from "#app/instructor/account/Provider.tsx";
import { SignInCodeForm } from "#app/instructor/account/SignInCodeForm.tsx";
import { SignInForm } from "#app/instructor/account/SignInForm.tsx";
import { sameSitePath } from "#app/instructor/same-site.ts";
import { NeedsScript } from "#app/shared/layout/NeedsScript.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { SiteLinks } from "#app/shared/links/SiteLinks.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.account");
  return { title: t("signInTitle") };
}

const LINK = "inline-flex min-h-touch items-center font-semibold underline underline-offset-4";

type Query = Partial<Record<"next" | "error" | "by", string | string[]>>;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, error, by } = await searchParams;
  const path = sameSitePath(typeof next === "string" ? next : undefined);
  const asker = await headers();
  if (await pageApi().instructor(asker)) redirect(path);
  // [I39]
  if (await pageApi().withoutSecondFactor(asker))
    redirect(`/second-factor?${new URLSearchParams({ next: path })}`);
  const isOnly = await pageApi().oidcOnly();
  const provider = await pageApi().provider();
  const byCode = by === "code";
  const t = await getTranslations("instructor.account");
  const reset = await getTranslations("instructor.reset");
  return (
    <PageShell width="measure" footer={<SiteLinks />}>
      <div className="mx-auto grid max-w-md grid-cols-1 gap-6 py-4 wrap-anywhere sm:py-10">
        <header className="grid gap-2">
          <h1 className="font-serif text-3xl font-medium tracking-tight">{t("signInTitle")}</h1>
          <p className="text-ink-soft">{t("signInLead")}</p>
        </header>
        {by === "invitation" && !isOnly && <Notice title={t("acceptedTitle")}>{t("acceptedBody")}</Notice>}
        {error !== undefined && provider !== null && (
          <ProviderRefusal name={provider} error={error} isOnly={isOnly} />
        )}
        {provider !== null && !byCode && (
          <ProviderWay name={provider} query={{ next: path }} isOnly={isOnly} />
        )}
        {(byCode || !isOnly) && <NeedsScript />}
        <Words also={["instructor"]}>
          {byCode && <SignInCodeForm next={path} />}
          {!byCode && !isOnly && <SignInForm next={path} />}
        </Words>
        <div className="grid justify-items-start">
          <a
            href={`/sign-in?${new URLSearchParams({ next: path, ...(!byCode && { by: "code" }) })}`}
            className={LINK}
          >
            {t(byCode ? (isOnly ? "useProvider" : "usePassword") : "useCode", { name: provider ?? "" })}
          </a>
          {!isOnly && (
            <a href="/reset" className={LINK}>
              {reset("forgotten")}
            </a>
          )}
        </div>
      </div>
    </PageShell>
  );
}
