import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { ContactLine, SiteLinks } from "#app/shared/links/SiteLinks.tsx";

const SECTIONS = ["holds", "limits", "tested"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accessibility");
  return { title: t("title") };
}

/** [I29] How far the program can be used by everyone, in short; docs/accessibility.md says it criterion by criterion. */
export default async function AccessibilityPage() {
  await headers(); // made for each request, as all pages are
  const t = await getTranslations("accessibility");
  return (
    <PageShell width="measure" footer={<SiteLinks />}>
      <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
      <p className="mt-4 text-lg">{t("lead")}</p>
      {SECTIONS.map((section) => (
        <section key={section} className="mt-8 grid gap-2">
          <h2 className="font-serif text-xl">{t(`${section}.title`)}</h2>
          <p data-prose>{t(`${section}.body`)}</p>
        </section>
      ))}
      <ContactLine />
    </PageShell>
  );
}
