import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { ContactLine, SiteLinks } from "#app/shared/links/SiteLinks.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { pageApi } from "#server/pages/page-api.ts";

const SECTIONS = ["what", "who", "where", "device", "rights", "instructors"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

type Query = { code?: string | string[] };

/** What is kept, in short; docs/privacy.md says the same in full. [F26] `code`: of the session that led here. */
export default async function PrivacyPage({ searchParams }: { searchParams: Promise<Query> }) {
  await headers(); // made for each request, as all pages are
  const t = await getTranslations("privacy");
  const { code: given } = await searchParams;
  const code = typeof given === "string" ? readCode(given) : null;
  const { days } = await pageApi().retention();
  return (
    <PageShell width="measure" footer={<SiteLinks />}>
      {code !== null && (
        <a
          href={`/s/${code}`}
          className="mb-4 inline-flex min-h-touch items-center underline underline-offset-4"
        >
          {t("back")}
        </a>
      )}
      <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
      <p className="mt-4 text-lg">{t("lead")}</p>
      {SECTIONS.map((section) => (
        <section key={section} className="mt-8 grid gap-2">
          <h2 className="font-serif text-xl">{t(`${section}.title`)}</h2>
          <p data-prose>{t(`${section}.body`)}</p>
          {section === "where" && <p>{days === undefined ? t("where.kept") : t("where.days", { days })}</p>}
          {section === "who" && (
            <ul className="list-disc pl-5">
              {IDENTITIES.map((identity) => (
                <li key={identity}>{t(`who.${identity}`)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <ContactLine />
    </PageShell>
  );
}
