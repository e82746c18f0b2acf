import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { distanceOf, distancesOf, includesZero, sideOf, sideSpanOf } from "#app/results/directions.ts";
import { StackedBar } from "#app/results/rounds/ShareBar.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { Usual } from "#debate/counting/usual.ts";
import { CHOICES, SIDES } from "#debate/rules/choices.ts";

/** [D20] What a debate did in the instructor's own sessions. */
export function Measured({ usual }: { usual: Usual }) {
  const t = useTranslations("instructor.measured");
  const { before, margin, unanswered, phases } = usual;
  return (
    <Card as="section" tone="sunken" aria-labelledby="measured" className="mt-8 grid gap-4">
      <h2 id="measured" className="font-serif text-xl">
        {t("title", { count: usual.sessions })}
      </h2>
      <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        {before && <FirstVotes before={before} />}
        {margin && <Movement margin={margin} />}
        {phases.length > 0 && <Times phases={phases} />}
        {unanswered && <Unanswered unanswered={unanswered} />}
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="grid gap-1.5">{children}</dd>
    </div>
  );
}

function FirstVotes({ before: { shares, votes } }: { before: NonNullable<Usual["before"]> }) {
  const t = useTranslations("instructor.measured");
  const choices = useTranslations("choices");
  const format = useFormatter();
  return (
    <Fact label={t("before", { count: votes })}>
      <StackedBar tally={shares} className="h-4" />
      <ul className="flex flex-wrap gap-x-3 text-sm">
        {CHOICES.map((choice) => (
          <li key={choice} className="flex items-baseline gap-1">
            <ChoiceMark choice={choice} />
            {choices(`${choice}.name`)} {format.number(shares[choice], { style: "percent" })}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function Movement({ margin: { middle, least, most, sessions } }: { margin: NonNullable<Usual["margin"]> }) {
  const t = useTranslations("instructor.measured");
  const side = sideOf(middle, 0);
  const { low, high } = distancesOf([least, most], 0);
  return (
    <Fact label={t("movement")}>
      <p>
        {side === "none"
          ? t("toward.none")
          : t(`toward.${side}`, {
              points: distanceOf(middle, 0),
              // [S17] The range of several sessions is no line.
              zero: `${sessions === 1 && includesZero([least, most])}`,
            })}
      </p>
      <p className="text-sm text-ink-soft">
        {t("range", { ends: sideSpanOf([least, most], 0), least: low, most: high })}
      </p>
    </Fact>
  );
}

function Times({ phases }: Pick<Usual, "phases">) {
  const t = useTranslations("instructor.measured");
  const names = useTranslations("phases");
  const minutes = (value: number) => Math.max(1, Math.round(value));
  return (
    <Fact label={t("times")}>
      <ul className="grid gap-0.5 text-sm">
        {phases.map(({ phase, middle, least, most }) => (
          <li key={phase} className="flex justify-between gap-3">
            <span>{names(`${phase}.name`)}</span>
            <span className="tabular-nums">
              {minutes(least) === minutes(most)
                ? t("minutes", { minutes: minutes(middle) })
                : t("minutesRange", {
                    minutes: minutes(middle),
                    least: minutes(least),
                    most: minutes(most),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function Unanswered({ unanswered: { paragraphs } }: { unanswered: NonNullable<Usual["unanswered"]> }) {
  const t = useTranslations("instructor.measured");
  const choices = useTranslations("choices");
  const format = useFormatter();
  const { list } = useJoined();
  const of = (side: (typeof SIDES)[number]) =>
    paragraphs.filter((each) => each.side === side).map(({ n }) => format.number(n));
  return (
    <Fact label={t("unanswered")}>
      {paragraphs.length === 0 ? (
        <p>{t("allAnswered")}</p>
      ) : (
        <ul className="grid gap-0.5 text-sm">
          {SIDES.filter((side) => of(side).length > 0).map((side) => (
            <li key={side} className="flex items-baseline gap-1.5">
              <ChoiceMark choice={side} />
              {t("paragraphs", {
                side: choices(`${side}.name`),
                count: of(side).length,
                list: list(...of(side)),
              })}
            </li>
          ))}
        </ul>
      )}
    </Fact>
  );
}
