import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditDesk } from "#app/instructor/editor/EditDesk.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.hand");
  return { title: t("title") };
}

/** [D21] A debate written by hand. */
export default async function NewDebatePage() {
  const instructor = await pageApi().instructor(await headers());
  if (!instructor) redirect(signInPath("/debates/new"));
  return (
    <InstructorPage instructor={instructor} place="debates" width="full">
      <EditDesk id={null} by={instructor.id} current={null} />
    </InstructorPage>
  );
}
