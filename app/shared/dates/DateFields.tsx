"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useId, useRef } from "react";
import { Plus, Trash2 } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { ownZone } from "#app/shared/dates/shown-zone.ts";
import { firstDate, firstNearDate, zones } from "#app/shared/dates/typed-dates.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { SET_DATES, type TypedSchedule, type WrongDate } from "#debate/rules/schedule.ts";

type DateFieldsProps = {
  ref?: RefObject<HTMLDivElement | null>;
  /** The phases that are ahead. */
  phases: readonly Phase[];
  value: TypedSchedule;
  wrong: WrongDate | null;
  /** Whether new dates are minutes ahead [H3]. */
  isRehearsal?: boolean;
  onChange: (value: TypedSchedule) => void;
};

/** [P29] A row for each set date, and the time zone that they are in. */
export function DateFields({ ref, phases, value, wrong, isRehearsal, onChange }: DateFieldsProps) {
  const t = useTranslations("shared.setDates");
  const { zone, dates } = value;
  const set = (next: TypedSchedule["dates"]) => onChange({ ...value, dates: next });
  const last = dates.at(-1);
  const ahead = last ? phases.slice(phases.indexOf(last.phase) + 1) : phases;
  const [next] = ahead;
  const own = useRef<HTMLDivElement>(null);
  const form = ref ?? own;
  const goal = useRef<{ row: number; control: "select" | "button" } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that came or went is the reason to go there.
  useEffect(() => {
    if (!goal.current) return;
    // [F11] A new date is filled in next; one that is gone leaves the focus in its place, or on the button below.
    const rows = form.current?.querySelectorAll("li");
    const row = rows?.[Math.min(goal.current.row, rows.length - 1)] ?? form.current;
    row?.querySelector<HTMLElement>(goal.current.control)?.focus();
    goal.current = null;
  }, [dates.length]);
  return (
    <div ref={form} className="grid grid-cols-1 gap-4">
      {dates.length > 0 && (
        <ol className="grid grid-cols-1 gap-4">
          {dates.map((date, index) => (
            <DateRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a date is known by its place alone.
              key={index}
              number={index + 1}
              phases={phases}
              date={date}
              wrong={wrong?.index === index && wrong.problem !== "zone" ? wrong : null}
              onChange={(changed) => set(dates.map((each, at) => (at === index ? changed : each)))}
              onRemove={() => {
                goal.current = { row: index, control: "button" };
                set(dates.filter((_, at) => at !== index));
              }}
            />
          ))}
        </ol>
      )}
      {next && dates.length < SET_DATES && (
        <div>
          <Button
            size="small"
            onClick={() => {
              goal.current = { row: dates.length, control: "select" };
              const at = isRehearsal ? firstNearDate(zone, last?.at) : firstDate(next, zone, last?.at);
              set([...dates, { phase: next, at }]);
            }}
          >
            <Plus aria-hidden="true" className="size-4" />
            {t("add")}
          </Button>
        </div>
      )}
      {dates.length > 0 && (
        <SelectField
          label={t("zone")}
          hint={wrong?.problem === "zone" ? t("problems.zone") : t("zoneHint")}
          value={zone}
          onChange={(chosen) => onChange({ ...value, zone: chosen })}
        >
          {[...new Set([zone, ownZone(), ...zones()])].map((each) => (
            <option key={each} value={each}>
              {each.replaceAll("_", " ")}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

type SetDate = TypedSchedule["dates"][number];
type DateRowProps = {
  number: number;
  phases: readonly Phase[];
  date: SetDate;
  wrong: WrongDate | null;
  onChange: (date: SetDate) => void;
  onRemove: () => void;
};

function DateRow({ number, phases, date, wrong, onChange, onRemove }: DateRowProps) {
  const t = useTranslations("shared.setDates");
  const tPhases = useTranslations("phases");
  const [day = "", time = ""] = date.at.split("T");
  const row = useRef<HTMLFieldSetElement>(null);
  const problemId = useId();
  // A phase that the class has come to meanwhile, or that was switched off, is still what this date says.
  const choices = phases.includes(date.phase) ? phases : [date.phase, ...phases];
  useEffect(() => {
    if (!wrong) return;
    // The button that was pressed stays in place while the form scrolls: the wrong date may be out of sight.
    const isPhase = wrong.problem === "phase";
    row.current?.querySelector<HTMLElement>(isPhase ? "select" : "input")?.focus();
    // On a small phone a date is taller than the form, so errors are below the fields.
    const shown = isPhase ? row.current : document.getElementById(problemId);
    shown?.scrollIntoView({ block: "nearest" });
  }, [wrong, problemId]);
  return (
    <li>
      <fieldset
        ref={row}
        aria-describedby={wrong ? problemId : undefined}
        className={classNames(
          "grid min-w-0 grid-cols-1 gap-3 rounded-control border p-3",
          wrong ? "border-danger" : "border-line",
        )}
      >
        <legend className="px-1 text-sm font-semibold text-ink-soft">{t("row", { number })}</legend>
        <SelectField
          label={t("phase")}
          value={date.phase}
          onChange={(chosen) =>
            onChange({ ...date, phase: phases.find((each) => each === chosen) ?? date.phase })
          }
        >
          {choices.map((phase) => (
            <option key={phase} value={phase}>
              {tPhases(`${phase}.name`)}
            </option>
          ))}
        </SelectField>
        <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
          <Field
            type="date"
            className="min-w-0 grid-cols-1"
            label={t("day")}
            value={day}
            onChange={({ target }) => onChange({ ...date, at: `${target.value}T${time}` })}
          />
          <Field
            type="time"
            className="min-w-0 grid-cols-1"
            label={t("time")}
            value={time}
            onChange={({ target }) => onChange({ ...date, at: `${day}T${target.value}` })}
          />
        </div>
        {wrong && <FieldError id={problemId}>{t(`problems.${wrong.problem}`)}</FieldError>}
        <div>
          <Button
            size="small"
            variant="quiet"
            className="-ms-3"
            onClick={onRemove}
            aria-label={t("remove", { number })}
          >
            <Trash2 aria-hidden="true" className="size-4" />
            {t("removeShort")}
          </Button>
        </div>
      </fieldset>
    </li>
  );
}
