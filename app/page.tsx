import Link from "next/link";
import { useTranslations } from "next-intl";
import { ArrowRight } from "#app/icons/icons.ts";
import { JoinCodeForm } from "#app/join/JoinCodeForm.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { GuideLink } from "#app/shared/links/GuideLink.tsx";
import { SiteLinks } from "#app/shared/links/SiteLinks.tsx";

const STEPS = ["before", "read", "argue", "after", "see"] as const;

export default function HomePage() {
  const t = useTranslations("home");
  const signIn = (
    <Link
      href="/sign-in"
      className="inline-flex min-h-touch items-center text-sm font-semibold soft-underline"
    >
      {t("instructorLink")}
    </Link>
  );
  return (
    <PageShell home={false} header={signIn} footer={<SiteLinks />}>
      <div className="grid grid-cols-1 items-start gap-x-16 gap-y-8 lg:grid-cols-[1fr_26rem]">
        <header className="grid gap-4 wrap-anywhere lg:py-8">
          <h1 className="font-serif text-4xl font-medium tracking-[-0.015em] text-balance">
            {t("headline")}
          </h1>
          <p className="max-w-measure font-serif text-xl text-ink-soft text-pretty">{t("lead")}</p>
        </header>
        <JoinCodeForm />
      </div>
      <section aria-labelledby="steps" className="mt-12 grid gap-5 sm:mt-16">
        <h2 id="steps" className="eyebrow text-ink-soft">
          {t("stepsTitle")}
        </h2>
        <ol className="grid gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-5">
          {STEPS.map((step, place) => (
            <li key={step} className="grid content-start gap-1 border-t-2 border-ink pt-3">
              <h3 className="flex items-baseline gap-2 font-serif text-xl">
                <span aria-hidden="true" className="text-ink-soft tabular-nums">
                  {place + 1}
                </span>
                {t(`steps.${step}.title`)}
              </h3>
              <p className="text-sm text-ink-soft text-pretty">{t(`steps.${step}.body`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section
        aria-labelledby="instructors"
        className="mt-12 flex flex-wrap items-baseline gap-x-4 gap-y-2 border-t border-line pt-6 sm:mt-16"
      >
        <h2 id="instructors" className="font-serif text-xl">
          {t("instructorTitle")}
        </h2>
        <p className="text-ink-soft">{t("instructorLead")}</p>
        <Link
          href="/sign-in"
          className="inline-flex min-h-touch items-center gap-2 font-semibold soft-underline"
        >
          {t("instructorLink")}
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
        <GuideLink />
      </section>
    </PageShell>
  );
}
