import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Words } from "#app/i18n/Words.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { ConnectSession } from "#app/instructor/projector/ConnectSession.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { pageApi } from "#server/pages/page-api.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projector.connect"))("title") };
}

/** The newest ones: the projector in this room shows one of them. */
const OFFERED = 5;

type Query = { code?: string | string[] };

/** [V28] Where the QR code of a waiting projector leads its instructor, who chooses what it shows. */
export default async function ProjectorPage({ searchParams }: { searchParams: Promise<Query> }) {
  const asker = await headers();
  const { code: typed } = await searchParams;
  const code = typeof typed === "string" ? readCode(typed) : null;
  if (!code) redirect("/dashboard");
  const page = await pageApi().dashboard(asker, 0);
  if (!page.ok) redirect(signInPath(`/projector?code=${code}`));
  const sessions = page.value.sessions.filter(({ phase }) => !isClosed(phase)).slice(0, OFFERED);
  const t = await getTranslations("projector.connect");
  return (
    <InstructorPage instructor={page.value.instructor} place="sessions">
      <h1 className="font-serif text-3xl">{t("title")}</h1>
      <p className="mt-2 text-ink-soft">
        {t("which")} <CodeDisplay code={code} className="text-ink" />
      </p>
      <Words also={["projector"]}>
        <ul className="mt-6 grid max-w-measure gap-3">
          {sessions.map((session) => (
            <ConnectSession key={session.code} session={session} projector={code} />
          ))}
        </ul>
      </Words>
      {sessions.length === 0 && <p className="mt-6">{t("none")}</p>}
    </InstructorPage>
  );
}
