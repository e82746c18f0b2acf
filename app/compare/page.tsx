import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Words } from "#app/i18n/Words.tsx";
import { ChooseSections } from "#app/instructor/compare/ChooseSections.tsx";
import { ComparisonView } from "#app/instructor/compare/ComparisonView.tsx";
import { InstructorPage } from "#app/instructor/frame/InstructorPage.tsx";
import { signInPath } from "#app/instructor/same-site.ts";
import { pageApi } from "#server/pages/page-api.ts";

type Query = Promise<{ codes?: string | string[] }>;

/** The codes in the address: with commas between them in a link, one field each in a form. */
async function codesIn(query: Query): Promise<string> {
  return [(await query).codes ?? []].flat().join(",");
}

/** Once a request, for the title and the page. */
const read = cache(async (codes: string) => pageApi().compare(await headers(), codes));

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const t = await getTranslations("compare");
  const page = await read(await codesIn(searchParams));
  const comparison = page.ok ? page.value.comparison : null;
  return { title: comparison ? t("pageTitle", { resolution: comparison.resolution }) : t("title") };
}

export default async function Compare({ searchParams }: { searchParams: Query }) {
  const codes = await codesIn(searchParams);
  const page = await read(codes);
  if (!page.ok) redirect(signInPath(`/compare?codes=${encodeURIComponent(codes)}`));
  const { instructor, comparison, choices } = page.value;
  return (
    <InstructorPage instructor={instructor} place="sessions">
      <Words also={["instructor", "compare", "results"]}>
        {comparison ? (
          <ComparisonView comparison={comparison} choices={choices} />
        ) : (
          <ChooseSections page={page.value} />
        )}
      </Words>
    </InstructorPage>
  );
}
