import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { VersionsDesk } from "#app/instructor/versions/VersionsDesk.tsx";
import { ContentIn } from "#app/shared/Written.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.reading");
  return { title: t("title") };
}

export default async function VersionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const asker = await headers();
  const instructor = await pageApi().instructor(asker);
  if (!instructor) redirect(signInPath(`/debates/${id}/versions`));
  // The built-in debate is everybody's; its page offers a copy.
  if (id === BUILT_IN_DEBATE.id) redirect(`/debates/${id}`);
  const found = await pageApi().debate(asker, id);
  if (!found.ok) notFound();
  return (
    <InstructorPage instructor={instructor} place="debates">
      <ContentIn lang={found.value.debate.lang}>
        <VersionsDesk page={found.value} />
      </ContentIn>
    </InstructorPage>
  );
}
