import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditDesk } from "#app/instructor/editor/EditDesk.tsx";
import { DraftOfLost } from "#app/instructor/editor/versions/DraftOfLost.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { mayWith } from "#debate/rules/debate-rights.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.editor");
  return { title: t("editTitle") };
}

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const asker = await headers();
  const instructor = await pageApi().instructor(asker);
  if (!instructor) redirect(signInPath(`/debates/${id}/edit`));
  const found = await pageApi().debate(asker, id);
  if (!found.ok) notFound();
  const { access, isDraft } = found.value;
  // Its page offers a copy.
  if (access === "built-in") redirect(`/debates/${id}`);
  return (
    <InstructorPage instructor={instructor} place="debates" width="full">
      {mayWith(access, "save") ? (
        <EditDesk id={id} by={instructor.id} current={{ ...found.value, draft: isDraft }} />
      ) : (
        <DraftOfLost by={instructor.id} lost="forbidden" />
      )}
    </InstructorPage>
  );
}
