import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { distanceOf, includesZero, sideOf } from "#app/results/directions.ts";
import { signedPoints } from "#app/results/figures.ts";
import { dotColumns } from "#app/results/reveal/dot-columns.ts";
import { Dot, HundredDots } from "#app/results/reveal/HundredDots.tsx";
import { axisFor, Ticks } from "#app/results/verdict/Range.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { ExperimentResult } from "#debate/activities/experiment/rules.ts";
import { STEPS } from "#debate/counting/margin.ts";
import type { Results } from "#debate/counting/results.ts";

type Told = ExperimentResult & { difference: number; interval: [number, number] };

/** [M25] What the class found out, for the host. */
export function ExperimentSection({
  results: { experiment, code },
}: {
  results: Pick<Results, "experiment" | "code">;
}) {
  const t = useTranslations("results.experiment");
  if (!experiment) return null;
  const { kind, arms } = experiment;
  const [a, b] = arms;
  // An anonymous session has no counts of who did what.
  const missing = a.did === null ? t("withheld") : t("few", { a: a.n, b: b.n });
  return (
    <div className="grid grid-cols-1 gap-5">
      <h3 className="font-serif text-xl text-balance">{t(`questions.${kind}`)}</h3>
      {isTold(experiment) ? <Found told={experiment} /> : <p className="text-pretty">{missing}</p>}
      <Halves experiment={experiment} />
      <p className="max-w-prose text-sm text-ink-soft text-pretty">{t("caveat")}</p>
      <details className="max-w-prose print:hidden">
        <summary className="inline-flex min-h-touch items-center font-semibold soft-underline">
          {t("plan.title")}
        </summary>
        <div className="grid gap-3">
          <p className="text-pretty">{t(`plan.outcome.${kind}`)}</p>
          <p className="text-pretty">{t("plan.counted")}</p>
          <p className="text-pretty">{t("plan.say")}</p>
          <a
            href={`/results/${code}/fairness`}
            className="inline-flex min-h-touch items-center font-semibold soft-underline"
          >
            {t("plan.record")}
          </a>
        </div>
      </details>
      <p className="max-w-prose text-pretty print:hidden">
        {t("more")}{" "}
        <Link href="/compare" className="font-semibold underline underline-offset-2">
          {t("compare")}
        </Link>
      </p>
    </div>
  );
}

function isTold(experiment: ExperimentResult): experiment is Told {
  return experiment.difference !== null && experiment.interval !== null;
}

/** [M32] The sentence, with how sure it is before the number, the line, and how often the lot alone would do as much. */
function Found({ told: { kind, difference, interval, chance } }: { told: Told }) {
  const t = useTranslations("results.experiment");
  const { sentences } = useJoined();
  const half = Math.round((interval[1] - interval[0]) / 2);
  const side = sideOf(difference, 0);
  const found = side === "none" ? "" : t(`found.${kind}`, { points: distanceOf(difference, 0), side });
  const said =
    side === "none" ? t("none", { half }) : t(includesZero(interval) ? "unsure" : "surer", { half, found });
  const axis = axisFor([interval]);
  const count = chance === null ? null : Math.round(100 * chance);
  return (
    <>
      <p className="max-w-prose font-serif text-lg text-pretty">{said}</p>
      <figure className="mx-3 grid gap-1">
        <figcaption className="-mx-3 text-sm text-ink-soft">{t("difference")}</figcaption>
        <div aria-hidden="true" className="relative h-8">
          {axis.ticks.map((tick) => (
            <span
              key={tick}
              className={classNames(
                "absolute inset-y-0 -translate-x-1/2",
                tick === 0 ? "border-l-2 border-ink" : "border-l border-line",
              )}
              style={{ left: `${axis.place(tick)}%` }}
            />
          ))}
          <span
            className="absolute top-1/2 h-4 -translate-y-1/2 border-x-[3px] border-ink"
            style={{
              left: `${axis.place(interval[0])}%`,
              width: `${axis.place(interval[1]) - axis.place(interval[0])}%`,
            }}
          >
            <span className="absolute inset-x-0 top-1/2 -translate-y-1/2 border-t-[3px] border-ink" />
          </span>
          <span
            className="absolute top-1/2 size-4 -translate-1/2 rounded-full border-8 border-ink"
            style={{ left: `${axis.place(difference)}%` }}
          />
        </div>
        <Ticks axis={axis} />
        <p aria-hidden="true" className="-mx-3 flex justify-between gap-4 text-sm text-ink-soft">
          <span>{t(`ends.${kind}.low`)}</span>
          <span className="text-right">{t(`ends.${kind}.high`)}</span>
        </p>
      </figure>
      {count !== null && (
        <div className="grid gap-2">
          <p className="max-w-prose text-pretty">{sentences(t("chance", { count }))}</p>
          <HundredDots filled={count} />
        </div>
      )}
    </>
  );
}

/** Both halves: a dot for each person by how far they moved, and how many were drawn, did it and are counted. */
function Halves({ experiment: { kind, arms } }: { experiment: ExperimentResult }) {
  const t = useTranslations("results.experiment");
  const format = useFormatter();
  const mean = (value: number | null) =>
    value === null
      ? "–"
      : format.number(value, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
          signDisplay: "exceptZero",
        });
  return (
    <>
      {arms.map(
        ({ arm, steps, mean: of }) =>
          steps &&
          of !== null && <Dots key={arm} steps={steps} mean={of} half={t(`halves.${kind}.${arm}`)} />,
      )}
      <div className="overflow-x-auto">
        <table className="w-full max-w-xl text-left tabular-nums [&_td]:py-1.5 [&_td]:pr-4 [&_th]:py-1.5 [&_th]:pr-4">
          <thead className="text-sm text-ink-soft">
            <tr>
              {(["half", "drawn", "did", "n", "mean"] as const).map((column) => (
                <th key={column} scope="col" className="font-normal">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {arms.map(({ arm, drawn, did, n, mean: of }) => (
              <tr key={arm} className="border-t border-line">
                <th scope="row" className="font-semibold">
                  {t(`halves.${kind}.${arm}`)}
                </th>
                <td>{drawn}</td>
                <td>{did ?? "–"}</td>
                <td>{n}</td>
                <td>{mean(of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The room for the dots of one half. */
const FRAME = { width: 560, height: 110, largest: 18, columns: 5 };
const SCALE = { low: -2, high: 2, step: 1 };

type DotsProps = { steps: readonly number[]; mean: number; half: string };

/** One half: a dot a person, and a triangle for the mean. */
function Dots({ steps, mean, half }: DotsProps) {
  const t = useTranslations("results.experiment");
  const format = useFormatter();
  const [back2 = 0, back1 = 0, none = 0, on1 = 0, on2 = 0] = steps;
  const people = STEPS.flatMap((step, place) => Array.from({ length: steps[place] ?? 0 }, () => step));
  const { dots, size, place } = dotColumns(people, SCALE, FRAME);
  const { width, height } = FRAME;
  const top = Math.min(height, ...dots.map(({ y }) => y)) - size;
  return (
    <figure data-whole className="grid gap-2">
      <figcaption className="font-semibold">{half}</figcaption>
      <p className="sr-only">{t("steps", { half, back2, back1, none, on1, on2 })}</p>
      <svg
        viewBox={`0 ${top} ${width} ${height + 26 - top}`}
        aria-hidden="true"
        className="block w-full max-w-xl fill-ink-soft text-base"
      >
        <line x1="0" x2={width} y1={height} y2={height} className="stroke-ink" />
        {dots.map(({ x, y }) => (
          <Dot key={`${x} ${y}`} x={x} y={y} size={size} isFilled />
        ))}
        <path d={`M${place(mean)} ${height}l-7 11h14z`} className="fill-ink" />
        {STEPS.map((step) => (
          <text key={step} x={place(step)} y={height + 24} textAnchor="middle" className="text-sm">
            {signedPoints(format, step, 0)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
