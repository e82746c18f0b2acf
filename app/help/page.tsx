import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { PowerLink } from "#app/shared/links/PowerLink.tsx";
import { PrintButton } from "#app/shared/print/PrintButton.tsx";

/** In the order of a lesson, and then what goes wrong. */
const SECTIONS = {
  before: ["debate", "session", "homework", "projector", "rehearsal"],
  lesson: ["join", "vote", "read", "argue", "again", "more", "reveal"],
  after: ["results", "later", "compare", "together", "data"],
  trouble: ["wifi", "code", "projector", "late", "phone", "words", "reload"],
} as const;
type Section = keyof typeof SECTIONS;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help");
  return { title: t("title") };
}

/** [H6] How a lesson runs, for teachers; to read and to print. */
export default async function HelpPage() {
  await headers(); // made for each request, as all pages are
  const t = await getTranslations("help");
  return (
    <PageShell width="measure">
      <div className="printed">
        <header className="grid gap-3">
          <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
          <p className="text-lg text-pretty">{t("lead")}</p>
          <div className="print:hidden">
            <PrintButton variant="secondary">{t("print")}</PrintButton>
          </div>
        </header>
        {(Object.keys(SECTIONS) as Section[]).map((section) => (
          <section key={section} aria-labelledby={section} className="mt-10 grid gap-4">
            <h2 id={section} className="border-b-2 border-ink pb-2 font-serif text-2xl">
              {t(`${section}.title`)}
            </h2>
            <Items section={section} />
          </section>
        ))}
      </div>
    </PageShell>
  );
}

async function Items({ section }: { section: Section }) {
  const t = await getTranslations("help");
  const items: readonly string[] = SECTIONS[section];
  const say = t as (key: string) => string;
  return (
    <ul className="grid gap-4">
      {items.map((item) => (
        <li key={item} className="break-inside-avoid">
          <h3 className="font-semibold">{say(`${section}.${item}.title`)}</h3>
          <p data-prose className="text-pretty">
            {say(`${section}.${item}.body`)}
          </p>
          {item === "together" && <PowerLink>{t("power")}</PowerLink>}
        </li>
      ))}
    </ul>
  );
}
