import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditDesk } from "#app/instructor/editor/EditDesk.tsx";
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
  // The pages of others, such as built-in ones, offer a copy.
  if (!mayWith(found.value.access, "save")) redirect(`/debates/${id}`);
  return (
    <InstructorPage instructor={instructor} place="debates" width="full">
      <EditDesk id={id} by={instructor.id} current={{ ...found.value, draft: found.value.isDraft }} />
    </InstructorPage>
  );
}
