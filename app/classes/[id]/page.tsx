import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { ClassDesk } from "#app/instructor/classes/ClassDesk.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

type Params = { params: Promise<{ id: string }> };

/** Once a request, for the title and the page. */
const read = cache(async (id: string) => pageApi().schoolClass(await headers(), id));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const t = await getTranslations("classes");
  const page = await read((await params).id);
  return { title: page.ok ? t("titleNamed", { name: page.value.class.name }) : t("title") };
}

export default async function ClassPage({ params }: Params) {
  const { id } = await params;
  const page = await read(id);
  if (!page.ok && page.code === "unauthorized") redirect(signInPath(`/classes/${id}`));
  if (!page.ok) notFound();
  const { instructor, class: first, ...desk } = page.value;
  return (
    <InstructorPage instructor={instructor} place="classes">
      <Words also={["instructor", "templates", "classes"]}>
        <ClassDesk first={first} {...desk} />
      </Words>
    </InstructorPage>
  );
}
