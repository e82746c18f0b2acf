import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JoinCodeForm } from "#app/join/JoinCodeForm.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { SiteLinks } from "#app/shared/links/SiteLinks.tsx";
import { ForgetRoom } from "#app/student/offline/ForgetRoom.tsx";
import { readCode } from "#debate/rules/codes.ts";
import { readPass } from "#debate/rules/passes.ts";

type JoinPageProps = { searchParams: Promise<{ code?: string | string[]; refused?: string | string[] }> };

/** Longer than this, what was typed is not repeated. */
const REPEATED = 24;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("joinTitle") };
}

/** Where a code becomes a session. `?refused` is how the student's page sends back a code and why. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const t = await getTranslations("home");
  const { code: given, refused } = await searchParams;
  const typed = typeof given === "string" ? given.trim() : undefined;
  const code = typed === undefined ? null : readCode(typed);
  if (code !== null && refused === undefined) redirect(`/s/${code}`);
  return (
    <PageShell width="measure" footer={<SiteLinks />}>
      {refused === "not-found" && code !== null && <ForgetRoom code={code} />}
      <JoinCodeForm headingLevel="h1" {...(typed && { typed })} {...problem()} />
    </PageShell>
  );

  function problem(): { error?: string } {
    if (typed === undefined) return {};
    if (typed === "") return { error: t("codeMissing") };
    if (refused === "too-many") return { error: t("codesTooMany") };
    if (code !== null) return { error: t("codeUnknown", { code }) };
    if (readPass(typed) !== null) return { error: t("codePersonal") };
    const repeated = [...typed].slice(0, REPEATED).join("");
    return {
      error: t("codeUnreadable", { typed: repeated.length < typed.length ? `${repeated}…` : repeated }),
    };
  }
}
