import { headers } from "next/headers";
import { DraftOfLost } from "#app/instructor/editor/versions/DraftOfLost.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import NotFound from "#app/not-found.tsx";
import { pageApi } from "#server/pages/page-api.ts";

/** The debate was deleted, but this device may still store an unsaved draft of it. */
export default async function EditNotFound() {
  const instructor = await pageApi().instructor(await headers());
  if (!instructor) return <NotFound />;
  return (
    <InstructorPage instructor={instructor} place="debates">
      <DraftOfLost by={instructor.id} lost="not-found" />
    </InstructorPage>
  );
}
