import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { ClassList } from "#app/instructor/classes/ClassList.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes");
  return { title: t("title") };
}

export default async function ClassesPage() {
  const page = await pageApi().classes(await headers());
  if (!page.ok) redirect(signInPath("/classes"));
  const { instructor, classes, hasPlatforms } = page.value;
  return (
    <InstructorPage instructor={instructor} place="classes">
      <Words also={["instructor", "classes"]}>
        <ClassList classes={classes} hasPlatforms={hasPlatforms} />
      </Words>
    </InstructorPage>
  );
}
