import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { marksTitle, readMarks } from "#app/host/[code]/marks/read-marks.ts";
import { criteriaSets } from "#app/host/marks/criteria/criteria-sets.ts";
import { MarksView } from "#app/host/marks/MarksView.tsx";
import { NoMarks } from "#app/host/marks/NoMarks.tsx";
import { queryOf } from "#app/host/marks/place.ts";
import { Words } from "#app/i18n/Words.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";

type MarksPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ student?: string | string[]; criteria?: string | string[] }>;
};

export async function generateMetadata({ params }: MarksPageProps): Promise<Metadata> {
  return { title: await marksTitle((await params).code) };
}

export default async function MarksPage({ params, searchParams }: MarksPageProps) {
  const page = await readMarks((await params).code, "marks");
  const t = await getTranslations("marks");
  const { code, name, by, language, debate, marks, sendsGrades = false } = page;
  const sets = criteriaSets(await getTranslations({ locale: language, namespace: "marks.sets" }));
  return (
    <Words also={["marks", "card", "student", "grades"]}>
      <PageShell
        home="/dashboard"
        width="full"
        header={
          // No <Link>: leaving with unsaved marks asks.
          <a href={`/host/${code}`} className={buttonStyle("quiet")}>
            {t("toSession")}
          </a>
        }
      >
        {marks ? (
          <ContentIn lang={debate.lang}>
            <MarksView
              code={code}
              name={name}
              by={by}
              first={await queryIn(searchParams)}
              sets={sets}
              debate={debate}
              marks={marks}
              sendsGrades={sendsGrades}
            />
          </ContentIn>
        ) : (
          <NoMarks />
        )}
      </PageShell>
    </Words>
  );
}

async function queryIn(searchParams: MarksPageProps["searchParams"]): Promise<string> {
  const { student, criteria } = await searchParams;
  if (typeof student === "string") return queryOf({ at: "student", id: student });
  return queryOf({ at: criteria === undefined ? "list" : "criteria" });
}
