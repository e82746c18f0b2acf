import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DebateShelves } from "#app/instructor/dashboard/DebateShelves.tsx";
import { FirstSteps } from "#app/instructor/dashboard/FirstSteps.tsx";
import { PAST_STEP, PastSessions, RunningSessions } from "#app/instructor/dashboard/Sessions.tsx";
import { DEBATES_STEP } from "#app/instructor/dashboard/shelf-link.ts";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { EXAMPLE_DEBATE } from "#debate/content/example-debate.ts";
import type { SessionRow } from "#debate/protocol/pages.ts";
import { shelfRequestIn } from "#debate/protocol/shelf.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { pageApi } from "#server/pages/page-api.ts";

const HOURS_12 = 12 * 60 * 60 * 1000;

/** A class that looks at its results is still in session for the rest of the day. */
function isRunning({ phase, createdAt }: SessionRow, now: number): boolean {
  return !isClosed(phase) && (phase !== "results" || now - createdAt < HOURS_12);
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instructor.dashboard");
  return { title: t("title") };
}

type Query = Record<string, string | string[] | undefined>;

export default async function Dashboard({ searchParams }: { searchParams: Promise<Query> }) {
  // Asked for first: it tells Next that this page is made for each request, not at build time.
  const asker = await headers();
  const query = await searchParams;
  const pastShown = countIn(query.past, PAST_STEP);
  const debates = { asked: shelfRequestIn(query), most: countIn(query.debates, DEBATES_STEP) };
  // A few more than the past ones: running sessions that look at their results have a verdict too.
  const page = await pageApi().dashboard(asker, pastShown + PAST_STEP, debates);
  if (!page.ok) redirect(signInPath("/dashboard"));
  const { instructor, shelf, sessions } = page.value;
  const allRunning = query.running === "all";
  const t = await getTranslations("instructor.dashboard");
  const now = Date.now();
  const running = sessions.filter((session) => isRunning(session, now));
  const past = sessions.filter((session) => !isRunning(session, now));
  return (
    <InstructorPage instructor={instructor} place="debates">
      <h1 className="sr-only">{t("title")}</h1>
      <RunningSessions sessions={running} all={allRunning} />
      {sessions.every(({ joined }) => joined === 0) && <FirstSteps debateId={EXAMPLE_DEBATE} />}
      <DebateShelves shelf={shelf} />
      <PastSessions
        sessions={past}
        shown={pastShown}
        anyRunning={running.length > 0}
        allRunning={allRunning}
      />
    </InstructorPage>
  );
}

/** How many are asked for, if that is a number above zero. */
function countIn(asked: Query[string], usual: number): number {
  return Number(asked) > 0 ? Math.floor(Number(asked)) : usual;
}
