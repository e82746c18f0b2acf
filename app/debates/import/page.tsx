import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { ImportDesk } from "#app/instructor/import/ImportDesk.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.import");
  return { title: t("title") };
}

export default async function ImportPage() {
  // Asked for first: it tells Next that this page is made for each request, not at build time.
  const asker = await headers();
  const instructor = await pageApi().instructor(asker);
  if (!instructor) redirect(signInPath("/debates/import"));
  return (
    <InstructorPage instructor={instructor} place="import">
      <ImportDesk by={instructor.id} />
    </InstructorPage>
  );
}
