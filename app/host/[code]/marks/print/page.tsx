import type { Metadata } from "next";
import { marksTitle, readMarks } from "#app/host/[code]/marks/read-marks.ts";
import { NoMarks } from "#app/host/marks/NoMarks.tsx";
import { PrintedMarks } from "#app/host/marks/print/PrintedMarks.tsx";
import { Words } from "#app/i18n/Words.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";

type PrintPageProps = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ student?: string | string[] }>;
};

export async function generateMetadata({ params }: PrintPageProps): Promise<Metadata> {
  return { title: await marksTitle((await params).code) };
}

/** [Q26] One page a student, or one student's. */
export default async function PrintPage({ params, searchParams }: PrintPageProps) {
  const { code, name, debate, marks } = await readMarks((await params).code, "marks/print");
  const { student } = await searchParams;
  return (
    <Words also={["marks", "card", "student", "report"]}>
      <PageShell home="/dashboard">
        {marks ? (
          <ContentIn lang={debate.lang}>
            <PrintedMarks
              code={code}
              name={name}
              debate={debate}
              criteria={marks.criteria}
              marks={marks.marks.filter(
                ({ participantId }) => student === undefined || participantId === student,
              )}
            />
          </ContentIn>
        ) : (
          <NoMarks />
        )}
      </PageShell>
    </Words>
  );
}
