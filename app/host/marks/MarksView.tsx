"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CriteriaForm } from "#app/host/marks/criteria/CriteriaForm.tsx";
import type { CriteriaSets } from "#app/host/marks/criteria/criteria-sets.ts";
import { MarksList } from "#app/host/marks/list/MarksList.tsx";
import { StudentMarking } from "#app/host/marks/student/StudentMarking.tsx";
import { goTo, usePlace } from "#app/host/marks/use-marking-place.ts";
import { MarkingProvider, useMarks } from "#app/host/marks/use-marks.ts";
import { SearchX, Users } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Marks } from "#debate/protocol/answers/mark-answers.ts";

type MarksViewProps = {
  code: string;
  name: string;
  by: string;
  /** Its query. */
  first: string;
  sets: CriteriaSets;
  debate: ReadDebate;
  marks: Marks;
  sendsGrades: boolean;
};

/** [Q20] [Q22] Marks of a session: the list, the criteria, and a page for each student. */
export function MarksView({ code, name, by, first, sets, debate, marks, sendsGrades }: MarksViewProps) {
  const t = useTranslations("marks");
  const { store, state } = useMarks(code, marks, by);
  const marking = useMemo(() => ({ code, sets, debate, store, state }), [code, sets, debate, store, state]);
  const place = usePlace(first);
  const seats = state.marks.map(({ participantId }) => participantId);
  if (seats.length === 0)
    return (
      <EmptyState as="h1" icon={Users} title={t("empty.title")}>
        {t("empty.body")}
      </EmptyState>
    );
  return (
    <MarkingProvider value={marking}>
      {place.at === "list" && <MarksList name={name} sendsGrades={sendsGrades} />}
      {place.at === "criteria" && <CriteriaForm />}
      {place.at === "student" &&
        (seats.includes(place.id) ? (
          <StudentMarking id={place.id} />
        ) : (
          <EmptyState
            as="h1"
            icon={SearchX}
            title={t("gone.title")}
            action={<Button onClick={() => goTo({ at: "list" })}>{t("toList")}</Button>}
          >
            {t("gone.body")}
          </EmptyState>
        ))}
    </MarkingProvider>
  );
}
