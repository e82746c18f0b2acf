"use client";
import { useTranslations } from "next-intl";
import { useSeat } from "#app/student/join/seat.ts";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { useBallot } from "#app/student/vote/use-ballot.ts";
import { CHOICES, type Choice, type Round } from "#debate/rules/choices.ts";

/** [M40] One more tap, optional: the resolution that nobody debates. */
export function ControlQuestion({ round }: { round: Round }) {
  const t = useTranslations("student.extras.control");
  const choices = useTranslations("choices");
  const { settings } = useSeat();
  const { ballot, cast } = useBallot(round);
  const { control } = settings.activities;
  if (!control) return null;
  return (
    <div className="grid gap-2">
      <RadioRow
        optional
        name={`control-${round}`}
        legend={control.resolution}
        options={CHOICES.map((choice) => ({ value: choice, label: choices(`${choice}.name`) }))}
        value={ballot?.control ?? null}
        onChoose={(value) => cast({ control: value as Choice })}
      />
      <p className="text-sm text-ink-soft text-pretty">{t("why")}</p>
    </div>
  );
}
