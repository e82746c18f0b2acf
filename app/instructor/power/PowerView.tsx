"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { usePower } from "#app/instructor/power/use-power.ts";
import { HundredDots } from "#app/results/reveal/HundredDots.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { type Power, readPower } from "#debate/counting/power.ts";
import { CLASS_NUMBERS, EFFECTS, readStudy, SIZES, SPREADS, type Study } from "#debate/counting/study.ts";

/** [M34] The study to plan, what it would find, and what other numbers of classes would. */
export function PowerView({ initial }: { initial: Study }) {
  const t = useTranslations("power");
  const [study, setStudy] = useState(initial);
  const curve = usePower(study);
  const change = (part: Partial<Study>) => {
    const next = readStudy({ ...study, ...part });
    setStudy(next);
    const query = new URLSearchParams(Object.entries(next).map(([name, value]) => [name, `${value}`]));
    window.history.replaceState(null, "", `?${query}`);
  };
  const { sections, size, effect, spread } = study;
  return (
    <div className="mt-8 grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <form className="grid content-start gap-6 print:hidden" onSubmit={(event) => event.preventDefault()}>
        <Slider
          label={t("size")}
          shown={t("people", { count: size })}
          range={{ min: SIZES.least, max: SIZES.most, value: size }}
          onChange={(value) => change({ size: value })}
        />
        <Slider
          label={t("sections")}
          shown={t("classes", { count: sections })}
          range={{
            min: 0,
            max: CLASS_NUMBERS.length - 1,
            value: CLASS_NUMBERS.indexOf(sections),
          }}
          onChange={(place) => change({ sections: CLASS_NUMBERS[place] ?? 1 })}
        />
        <Slider
          label={t("effect")}
          hint={t("effectHint", { effect })}
          shown={t("points", { count: effect })}
          range={{ min: EFFECTS.least, max: EFFECTS.most, step: EFFECTS.step, value: effect }}
          onChange={(value) => change({ effect: value })}
        />
        <SelectField
          label={t("spread")}
          hint={t("spreadHint")}
          value={`${spread}`}
          onChange={(value) => change({ spread: Number(value) })}
        >
          {SPREADS.map((each) => (
            <option key={each} value={each}>
              {t(`spreads.${each}`)}
            </option>
          ))}
        </SelectField>
      </form>
      <div className="grid grid-cols-1 content-start gap-8">
        <Found study={study} power={curve.get(sections)} />
        <OtherNumbers study={study} curve={curve} />
        <p className="max-w-prose text-sm text-ink-soft text-pretty">{t("counted")}</p>
      </div>
    </div>
  );
}

type SliderProps = {
  label: string;
  hint?: string;
  /** The value in words. */
  shown: string;
  range: { min: number; max: number; step?: number; value: number };
  onChange: (value: number) => void;
};

function Slider({ label, hint, shown, range, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <span aria-hidden="true" className="font-serif text-xl tabular-nums">
          {shown}
        </span>
      </div>
      <input
        id={id}
        type="range"
        {...range}
        onChange={({ target }) => onChange(target.valueAsNumber)}
        aria-valuetext={shown}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="h-11 w-full cursor-pointer accent-ink"
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft text-pretty">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What the chosen study would find, in the same room while it is simulated. */
function Found({ study: { sections, size, effect }, power }: { study: Study; power: Power | undefined }) {
  const t = useTranslations("power");
  const { ofHundred, half } = power ? readPower(power) : { ofHundred: 0, half: 0 };
  return (
    <section aria-label={t("found")} aria-live="polite" aria-busy={!power} className="grid grid-cols-1 gap-4">
      <p className="min-h-[3lh] max-w-prose font-serif text-2xl text-pretty sm:min-h-[2lh]">
        {power
          ? t(effect === 0 ? "falsely" : "finds", { ofHundred, classes: sections, size, effect })
          : t("simulating")}
      </p>
      <HundredDots filled={ofHundred} />
      <p className="min-h-[2lh] max-w-prose text-pretty">
        {power && t(sections === 1 ? "alone" : "line", { half })}
      </p>
    </section>
  );
}

/** Of a hundred studies; from here on one says that so many classes are enough. */
const ENOUGH = 80;

function OtherNumbers({
  study: { sections, size, effect },
  curve,
}: {
  study: Study;
  curve: ReadonlyMap<number, Power>;
}) {
  const t = useTranslations("power");
  const isDone = curve.size === CLASS_NUMBERS.length;
  const enough = CLASS_NUMBERS.find((each) => {
    const power = curve.get(each);
    return power && readPower(power).ofHundred >= ENOUGH;
  });
  return (
    <section aria-labelledby="numbers" className="grid grid-cols-1 gap-3">
      <h2 id="numbers" className="font-serif text-2xl">
        {t("numbers")}
      </h2>
      {effect > 0 && (
        <p className="min-h-[2lh] max-w-prose text-pretty sm:min-h-lh">
          {isDone ? t(enough === undefined ? "never" : "enough", { count: enough ?? 0 }) : t("simulating")}
        </p>
      )}
      <div className="overflow-x-auto">
        <table className="w-full max-w-xl text-left tabular-nums [&_td]:py-1 [&_td]:pr-3 [&_th]:py-1 [&_th]:pr-3">
          <thead className="text-sm text-ink-soft">
            <tr>
              {(["sections", "all", "ofHundred"] as const).map((column) => (
                <th key={column} scope="col" className="font-normal">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CLASS_NUMBERS.map((each) => {
              const power = curve.get(each);
              const ofHundred = power && readPower(power).ofHundred;
              return (
                <tr
                  key={each}
                  aria-current={each === sections ? "true" : undefined}
                  className={classNames("border-t border-line", each === sections && "font-semibold")}
                >
                  <th scope="row" className="font-[inherit]">
                    {each}
                  </th>
                  <td>{each * size}</td>
                  <td className="w-1/2">
                    <span className="flex items-center gap-2">
                      <span className="w-8 text-right">{ofHundred ?? "…"}</span>
                      <span aria-hidden="true" className="h-3 flex-1">
                        {ofHundred !== undefined && (
                          <span
                            className={classNames(
                              "block h-full border border-ink",
                              each === sections ? "bg-ink" : "bg-paper",
                            )}
                            style={{ width: `${ofHundred}%` }}
                          />
                        )}
                      </span>
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
