import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { PlatformDesk } from "#app/instructor/platforms/PlatformDesk.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platforms");
  return { title: t("title") };
}

export default async function PlatformsPage() {
  const page = await pageApi().platforms(await headers());
  if (!page.ok && page.code === "unauthorized") redirect(signInPath("/platforms"));
  if (!page.ok) notFound();
  const { instructor, platforms, tool } = page.value;
  return (
    <InstructorPage instructor={instructor} place="account">
      <Words also={["instructor", "platforms"]}>
        <PlatformDesk platforms={platforms} tool={tool} />
      </Words>
    </InstructorPage>
  );
}
