import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CapacityDesk } from "#app/instructor/capacity/CapacityDesk.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.capacity");
  return { title: t("title") };
}

export default async function CapacityPage() {
  const page = await pageApi().capacity(await headers());
  if (!page.ok) redirect(signInPath("/capacity"));
  const { instructor, state } = page.value;
  const t = await getTranslations("instructor.capacity");
  return (
    <InstructorPage instructor={instructor}>
      <div className="mx-auto max-w-measure">
        <h1 className="font-serif text-3xl font-medium tracking-tight text-balance">{t("question")}</h1>
        <p className="mt-3 text-ink-soft text-pretty">{t("lead")}</p>
        <CapacityDesk first={state} />
      </div>
    </InstructorPage>
  );
}
