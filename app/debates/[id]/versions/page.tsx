import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { VersionsDesk } from "#app/instructor/versions/VersionsDesk.tsx";
import { mayWith } from "#debate/rules/debate-rights.ts";
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
  const found = await pageApi().debate(asker, id);
  if (!found.ok) notFound();
  const { access, isDraft } = found.value;
  // Its page offers a copy. [D22] A draft is finished first.
  if (access === "built-in" || isDraft) redirect(`/debates/${id}`);
  return (
    <InstructorPage instructor={instructor} place="debates">
      <VersionsDesk
        by={instructor.id}
        current={found.value}
        {...(!mayWith(access, "save") && { lost: "forbidden" })}
      />
    </InstructorPage>
  );
}
