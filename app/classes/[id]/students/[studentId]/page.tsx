import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { StudentYearView } from "#app/instructor/classes/StudentYearView.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

type Params = { params: Promise<{ id: string; studentId: string }> };

/** Once a request, for the title and the page. */
const read = cache(async (id: string, studentId: string) =>
  pageApi().studentYear(await headers(), id, studentId),
);

/** The title is printed with the page. */
export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const t = await getTranslations("classes");
  const { id, studentId } = await params;
  const page = await read(id, studentId);
  if (!page.ok) return { title: t("title") };
  const { student, class: of } = page.value.year;
  return { title: t("year.title", { name: student.name, class: of.name }) };
}

export default async function StudentPage({ params }: Params) {
  const { id, studentId } = await params;
  const page = await read(id, studentId);
  if (!page.ok && page.code === "unauthorized") redirect(signInPath(`/classes/${id}/students/${studentId}`));
  if (!page.ok) notFound();
  return (
    <InstructorPage instructor={page.value.instructor} place="classes">
      <StudentYearView year={page.value.year} />
    </InstructorPage>
  );
}
