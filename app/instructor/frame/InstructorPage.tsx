import type { ReactNode } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { InstructorHeader, type Place } from "#app/instructor/frame/InstructorHeader.tsx";
import { SignedInAs } from "#app/instructor/frame/signed-in.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { GuideLink } from "#app/shared/links/GuideLink.tsx";
import { SiteLinks } from "#app/shared/links/SiteLinks.tsx";
import { Notices } from "#app/shared/notices/Notices.tsx";
import type { Instructor } from "#debate/protocol/pages.ts";

type InstructorPageProps = {
  instructor: Instructor;
  /** Where in the header this page belongs. */
  place?: Place;
  width?: "measure" | "page" | "full";
  children: ReactNode;
};

/** The frame of every page of a signed-in instructor outside a session. */
export function InstructorPage({ instructor, place, width = "page", children }: InstructorPageProps) {
  return (
    <Words also={["instructor", "sameAgain", "templates"]}>
      <PageShell
        home="/dashboard"
        width={width}
        header={<InstructorHeader instructor={instructor} {...(place && { place })} />}
        footer={
          <>
            <GuideLink />
            <SiteLinks />
          </>
        }
      >
        <SignedInAs id={instructor.id}>{children}</SignedInAs>
      </PageShell>
      <Notices />
    </Words>
  );
}
