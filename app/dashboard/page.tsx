import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CapacityLink } from "#app/instructor/capacity/CapacityLink.tsx";
import { DebateShelves } from "#app/instructor/dashboard/DebateShelves.tsx";
import { FirstSteps } from "#app/instructor/dashboard/FirstSteps.tsx";
import { PAST_STEP, PastSessions, RunningSessions } from "#app/instructor/dashboard/Sessions.tsx";
import { isRunning } from "#app/instructor/dashboard/shelves.ts";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.dashboard");
  return { title: t("title") };
}

type Query = { past?: string | string[]; running?: string | string[] };

export default async function Dashboard({ searchParams }: { searchParams: Promise<Query> }) {
  // Asked for first: it tells Next that this page is made for each request, not at build time.
  const asker = await headers();
  const query = await searchParams;
  const asked = Number(query.past);
  const pastShown = asked > 0 ? Math.floor(asked) : PAST_STEP;
  // A few more than the past ones: running sessions that look at their results have a verdict too.
  const page = await pageApi().dashboard(asker, pastShown + PAST_STEP);
  if (!page.ok) redirect(signInPath("/dashboard"));
  const { instructor, debates, sessions } = page.value;
  const allRunning = query.running === "all";
  const t = await getTranslations("instructor.dashboard");
  const builtIn = debates.find((debate) => debate.builtIn);
  const now = Date.now();
  const running = sessions.filter((session) => isRunning(session, now));
  const past = sessions.filter((session) => !isRunning(session, now));
  return (
    <InstructorPage instructor={instructor} place="debates">
      <h1 className="sr-only">{t("title")}</h1>
      <RunningSessions sessions={running} all={allRunning} />
      {builtIn && sessions.every(({ joined }) => joined === 0) && <FirstSteps debateId={builtIn.id} />}
      <DebateShelves debates={debates} />
      <PastSessions
        sessions={past}
        shown={pastShown}
        anyRunning={running.length > 0}
        allRunning={allRunning}
      />
      <p className="mt-14 border-t border-line pt-5">
        <CapacityLink />
      </p>
    </InstructorPage>
  );
}
