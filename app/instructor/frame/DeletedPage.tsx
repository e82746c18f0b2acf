import { headers } from "next/headers";
import type { ReactNode } from "react";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import NotFound from "#app/not-found.tsx";
import { pageApi } from "#server/pages/page-api.ts";

/** The debate was deleted, but this device may still store what this instructor has not saved: `desk` shows it. */
export async function DeletedPage({ desk }: { desk: (by: string) => ReactNode }) {
  const instructor = await pageApi().instructor(await headers());
  if (!instructor) return <NotFound />;
  return (
    <InstructorPage instructor={instructor} place="debates">
      {desk(instructor.id)}
    </InstructorPage>
  );
}
