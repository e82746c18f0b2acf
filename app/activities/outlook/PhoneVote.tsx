"use client";
import { useTranslations } from "next-intl";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { useBallot } from "#app/student/vote/use-ballot.ts";
import { OUTLOOKS } from "#debate/activities/outlook/rules.ts";
import type { Round } from "#debate/rules/choices.ts";

const STEPS = ["1", "2", "3", "4", "5"] as const;

/** [M13] How far two statements are true, from 1 to 5, both optional. */
export function OutlookQuestions({ round }: { round: Round }) {
  const t = useTranslations("student.extras.outlook.steps");
  const statements = useTranslations("shared.outlook");
  const { ballot, cast } = useBallot(round);
  return OUTLOOKS.map((about) => (
    <RadioRow
      key={about}
      optional
      name={`${about}-${round}`}
      legend={statements(about)}
      options={STEPS.map((step) => ({ value: step, label: step, spoken: t(step) }))}
      ends={[t("1"), t("5")]}
      value={ballot?.outlook?.[about] === undefined ? null : String(ballot.outlook[about])}
      onChoose={(value) => cast({ outlook: { ...ballot?.outlook, [about]: Number(value) } })}
    />
  ));
}
