import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { ManagedInstructors } from "#app/instructor/managed/ManagedInstructors.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.managed");
  return { title: t("title") };
}

/** [I42] All accounts, for the owner of the server. */
export default async function InstructorsPage() {
  const found = await pageApi().instructors(await headers());
  if (!found.ok && found.code === "unauthorized") redirect(signInPath("/account/instructors"));
  if (!found.ok) notFound();
  const { instructor, ...all } = found.value;
  const oidcOnly = await pageApi().oidcOnly();
  const t = await getTranslations("instructor.managed");
  return (
    <InstructorPage instructor={instructor} place="account">
      <div className="mx-auto max-w-measure wrap-anywhere">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
        <p className="mt-2 text-ink-soft">{t("lead")}</p>
        <p className="mt-2">
          <Link
            href="/account"
            className="inline-flex min-h-touch items-center font-semibold underline underline-offset-4"
          >
            {t("back")}
          </Link>
        </p>
        <ManagedInstructors {...all} oidcOnly={oidcOnly} />
      </div>
    </InstructorPage>
  );
}
