"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { useOpening } from "#app/instructor/opening/use-opening.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { readSchedule, type TypedSchedule, type WrongDate } from "#debate/rules/schedule.ts";
import { SIMULATED } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { halfWidth } from "#debate/rules/text.ts";

type RehearseProps = {
  debateId: string;
  settings: Settings;
  dates: TypedSchedule;
  onWrong: (wrong: WrongDate | null) => void;
};

/** [H1] Opens a rehearsal of this debate with these settings, and [P29] with the set dates, which it can bring near. */
export function Rehearse({ debateId, settings, dates, onWrong }: RehearseProps) {
  const t = useTranslations("instructor.opening.rehearsal");
  const { pending, problem, start } = useOpening(debateId);
  const [typed, setTyped] = useState(`${SIMULATED.usual}`);
  const [error, setError] = useState<string | null>(null);
  const [isNear, setNear] = useState(true);
  const students = Number(halfWidth(typed));
  const hasDates = dates.dates.length > 0;
  const isPossible = Number.isInteger(students) && students >= SIMULATED.min && students <= SIMULATED.max;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPossible) return setError(t("range", { min: SIMULATED.min, max: SIMULATED.max }));
    setError(null);
    const schedule = isNear ? { zone: dates.zone, near: dates.dates.map(({ phase }) => phase) } : dates;
    const read = readSchedule(schedule, {
      phase: "lobby",
      settings,
      simulated: students,
      closedAt: null,
      now: Date.now(),
    });
    onWrong(read.ok ? null : read);
    if (read.ok) void start(settings, students, hasDates ? schedule : undefined);
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid grid-cols-1 gap-3 rounded-control bg-sunken p-[min(1rem,5vw)]"
    >
      <div>
        <h3 className="font-semibold">{t("title")}</h3>
        <p className="text-sm text-ink-soft text-pretty">{t("body")}</p>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      {hasDates && (
        <SwitchRow
          label={t("near")}
          hint={t(isNear ? "nearHint" : "asSetHint")}
          checked={isNear}
          onChange={setNear}
        />
      )}
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label={t("count")}
          inputMode="numeric"
          autoComplete="off"
          className="w-44 max-w-full"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          {...(error && { error })}
        />
        <Button type="submit" pending={pending}>
          {t("start", { count: isPossible ? students : SIMULATED.usual })}
        </Button>
      </div>
    </form>
  );
}
