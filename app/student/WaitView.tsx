"use client";
import { useTranslations } from "next-intl";
import { PHONE } from "#app/activities/phone.ts";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { IdentityPromise } from "#app/student/join/IdentityPromise.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import { isOn } from "#debate/activities/open.ts";
import { replacing } from "#debate/activities/replacing.ts";
import { roundsOf } from "#debate/rules/phases.ts";

/** The lobby: that I am in, who I am here, and what comes next. */
export function WaitView() {
  const t = useTranslations("student.wait");
  const { resolution, identity, settings, you, state } = useSeat();
  // Homework: no one keeps a page open until tomorrow.
  const opensAtDate = state.snapshot.schedule?.dates[0]?.phase === "before";
  const stepsOfActivities = (isLast: boolean) =>
    PHONE.flatMap(({ name, step }) =>
      step?.isLast === isLast && isOn(name, settings) ? step.words(settings.activities) : [],
    );
  const steps = [
    "vote",
    "read",
    ...(replacing("rebuttal", settings) ? [] : (["argue"] as const)),
    ...stepsOfActivities(false),
    "again",
    ...stepsOfActivities(true),
  ] as const;
  return (
    <div className="mx-auto grid max-w-measure gap-8">
      <div className="grid gap-3">
        <ViewHeading of="wait" />
        <Resolution as="h2" size="normal">
          {resolution}
        </Resolution>
      </div>
      <NextDate schedule={state.snapshot.schedule} className="text-lg font-semibold" />
      <p data-prose className="rounded-card border border-line bg-surface px-5 py-4 shadow-card">
        {you.name && (
          <span className="mb-1 block font-serif text-xl">
            {t.rich("youAre", {
              name: you.name,
              who: (chunks) => (
                <Written as="bdi" of={you.name} className="font-semibold">
                  {chunks}
                </Written>
              ),
            })}
          </span>
        )}
        <IdentityPromise identity={identity} settings={settings} />
      </p>
      <ClassRule rule={settings.rule} />
      <section className="grid gap-3">
        <h2 className="font-semibold">{t("next")}</h2>
        <ol className="grid gap-3">
          {steps.map((step, index) => (
            <li key={step} className="flex gap-3">
              <span aria-hidden="true" className="w-6 shrink-0 text-right font-serif text-lg text-ink-soft">
                {index + 1}
              </span>
              <span>{t(`steps.${step}`, { rounds: roundsOf(settings).length })}</span>
            </li>
          ))}
        </ol>
        <p data-needs-script={opensAtDate ? undefined : ""} className="mt-2 text-ink-soft">
          {t(opensAtDate ? "comeBack" : "stay")}
        </p>
      </section>
    </div>
  );
}
