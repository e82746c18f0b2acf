"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PrintedStudent } from "#app/host/marks/print/PrintedStudent.tsx";
import { useAllWork } from "#app/host/marks/print/use-all-work.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { PrintSheet } from "#app/shared/print/PrintSheet.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Criterion, StudentMark } from "#debate/protocol/answers/mark-answers.ts";

type PrintedMarksProps = {
  code: string;
  name: string;
  debate: ReadDebate;
  criteria: readonly Criterion[];
  marks: readonly StudentMark[];
};

/** [Q26] One page a student: criteria, comment, and what they wrote. */
export function PrintedMarks({ code, name, debate, criteria, marks }: PrintedMarksProps) {
  const t = useTranslations("marks");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const [ids] = useState(() => marks.map(({ participantId }) => participantId));
  const { read, failed, isDone, again } = useAllWork(code, ids);
  if (marks.length === 0) return <EmptyState title={t("empty.title")} />;
  if (failed)
    return (
      <Notice
        kind="warning"
        title={t("print.failed")}
        action={
          <Button size="small" onClick={again}>
            {shared("retry")}
          </Button>
        }
      >
        {refusals(failed)}
      </Notice>
    );
  if (!isDone) return <p role="status">{t("print.loading", { done: read.size, count: marks.length })}</p>;
  return (
    <PrintSheet
      isCut
      kind={t("print.kind")}
      resolution={debate.resolution}
      back={{ href: `/host/${code}/marks`, words: t("print.back") }}
    >
      {marks.map((mark) => {
        const work = read.get(mark.participantId);
        return (
          work && (
            <PrintedStudent
              key={mark.participantId}
              mark={mark}
              criteria={criteria}
              work={work}
              debate={debate}
              session={name === "" ? t("session", { code }) : name}
            />
          )
        );
      })}
    </PrintSheet>
  );
}
