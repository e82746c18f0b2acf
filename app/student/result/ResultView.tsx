"use client";
import { useTranslations } from "next-intl";
import { createElement } from "react";
import { PHONE_STEPS } from "#app/activities/phone-results.ts";
import { NothingToShow } from "#app/results/reveal/NothingToShow.tsx";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { ChanceSection } from "#app/student/result/ChanceSection.tsx";
import { CoveredView } from "#app/student/result/CoveredView.tsx";
import { FeedbackReady } from "#app/student/result/FeedbackReady.tsx";
import { FirstVote } from "#app/student/result/FirstVote.tsx";
import { MovedSection } from "#app/student/result/MovedSection.tsx";
import { OpenView } from "#app/student/result/OpenView.tsx";
import { OwnMoved } from "#app/student/result/OwnMoved.tsx";
import { OwnWay } from "#app/student/result/OwnWay.tsx";
import { VerdictSection } from "#app/student/result/VerdictSection.tsx";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { isShut } from "#debate/rules/phases.ts";
import { unreachable } from "#debate/rules/result.ts";
import { isActivityStep } from "#debate/rules/steps.ts";

/** [V14] The reveal on a phone, at the step that the host shows. Everything in it was pushed: nothing is asked for. */
export function ResultView() {
  const t = useTranslations("student.result");
  const phones = useTranslations("phones");
  const { resolution, state } = useSeat();
  const { phase } = state.snapshot;
  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-8">
      <div className="grid gap-3">
        <ViewHeading of="result" />
        <Resolution as="h2" size="small">
          {resolution}
        </Resolution>
        {isShut(phase) && <Notice title={phones("over")}>{t("closedBody")}</Notice>}
        <NextDate schedule={state.snapshot.schedule} />
        <FeedbackReady />
      </div>
      {state.result ? (
        <Step result={state.result} />
      ) : (
        <p role="status" className="min-h-64 text-ink-soft">
          {t("waiting")}
        </p>
      )}
    </div>
  );
}

function Step({ result }: { result: ResultMessage }) {
  const { step } = result;
  if (isActivityStep(step)) return createElement(PHONE_STEPS[step]);
  switch (step) {
    case "covered":
      return <CoveredView />;
    case "before":
      return <FirstVote result={result} />;
    case "flow":
      return <OwnWay result={result} isFlowing />;
    case "verdict":
      return (
        <>
          <VerdictSection result={result} />
          <OwnWay result={result} />
        </>
      );
    case "chance":
      return result.coin === undefined ? <Nothing /> : <ChanceSection result={result} />;
    case "moved":
      return result.moved ? (
        <>
          <OwnMoved />
          <MovedSection result={result} />
        </>
      ) : (
        <Nothing />
      );
    case "open":
      return <OpenView result={result} />;
    default:
      return unreachable(step);
  }
}

function Nothing() {
  return <NothingToShow className="text-ink-soft" />;
}
