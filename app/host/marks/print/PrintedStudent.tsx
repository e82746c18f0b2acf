import { useTranslations } from "next-intl";
import { WorkView } from "#app/host/marks/student/WorkView.tsx";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Criterion, StudentMark } from "#debate/protocol/answers/mark-answers.ts";
import type { StudentWork } from "#debate/protocol/answers/student-work.ts";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";

type PrintedStudentProps = {
  mark: StudentMark;
  criteria: readonly Criterion[];
  work: StudentWork;
  debate: ReadDebate;
  /** Its name. */
  session: string;
};

export function PrintedStudent({ mark, criteria, work, debate, session }: PrintedStudentProps) {
  const t = useTranslations("marks.print");
  const card = useTranslations("card.marks");
  const { name, realName, number, levels, comment } = mark;
  return (
    <section className="mb-10 space-y-5 border-b border-dashed border-line-strong pb-10 last:border-0 print:mb-0 print:border-0 print:pb-0 print:not-first-of-type:break-before-page">
      <header className="border-b-4 border-double border-ink pb-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 text-sm">
          <Wordmark />
          <Written>{session}</Written>
        </div>
        <Written as="h2" className="mt-2 font-serif text-2xl wrap-anywhere">
          {realName ?? name}
        </Written>
        {(realName !== undefined || number !== undefined) && (
          <p className="flex gap-x-4 text-sm">
            {realName !== undefined && <Written>{name}</Written>}
            {number !== undefined && <bdi>{number}</bdi>}
          </p>
        )}
        <Resolution as="p" size="small" className="mt-1">
          {debate.resolution}
        </Resolution>
      </header>
      {criteria.length > 0 && (
        <table className="w-full border-collapse text-sm">
          <tbody>
            {criteria.map((criterion) => {
              const level = levels[criterion.id];
              return (
                <tr key={criterion.id} className="border-t border-line align-baseline">
                  <th scope="row" className="w-1/3 py-1 pr-4 text-left font-semibold" dir="auto">
                    {criterion.name}
                  </th>
                  <td className="w-24 py-1 pr-4 whitespace-nowrap tabular-nums">
                    {level === undefined ? t("notMarked") : card("level", { level, most: HIGHEST_LEVEL })}
                  </td>
                  <td className="py-1" dir="auto">
                    {level !== undefined && criterion.levels[level]}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div>
        <h3 className="eyebrow">{t("feedback")}</h3>
        <Written as="p" className="font-serif whitespace-pre-line wrap-anywhere">
          {comment.trim() === "" ? t("noComment") : comment}
        </Written>
      </div>
      <WorkView work={work} debate={debate} />
    </section>
  );
}
