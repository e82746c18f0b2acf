"use client";
import { useTranslations } from "next-intl";
import { CapacityResult } from "#app/instructor/capacity/CapacityResult.tsx";
import { type CheckProblem, useCheck } from "#app/instructor/capacity/use-check.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { type CapacityState, CHECK_SECONDS, type CheckEnd } from "#debate/protocol/capacity.ts";

/** Starts a check, follows it, and shows what the last one found. */
export function CapacityDesk({ first }: { first: CapacityState }) {
  const t = useTranslations("instructor.capacity");
  const { state, isRunning, pending, problem, press } = useCheck(first);
  if (!state.isAvailable)
    return (
      <Notice title={t("unavailable.title")} className="mt-6">
        {t("unavailable.body")}
      </Notice>
    );
  return (
    <div className="mt-6 grid gap-6">
      <div className="flex min-h-touch flex-wrap items-center gap-x-5 gap-y-3">
        {/* One button, so that the focus stays on it. */}
        <Button variant={isRunning ? "secondary" : "primary"} pending={pending} onClick={press}>
          {t(isRunning ? "cancel" : "start")}
        </Button>
        {state.running && <Progress {...state.running} />}
      </div>
      <Spoken state={state} />
      {problem && <Problem why={problem} />}
      {!isRunning && !problem && state.last && <HowItEnded outcome={state.last.outcome} />}
      {!isRunning && state.found && (
        <Card as="section" padding="roomy">
          <CapacityResult {...state.found} />
        </Card>
      )}
    </div>
  );
}

/** What a screen reader says as the check goes on. Notices speak for themselves. */
function Spoken({ state: { running, last, found } }: { state: CapacityState }) {
  const t = useTranslations("instructor.capacity");
  const hasFound = !running && last?.outcome === "measured";
  return (
    <p role="status" className="sr-only">
      {running && (running.phones === 0 ? t("starting") : t("phones", { count: running.phones }))}
      {hasFound && found && t(found.capacity.orMore ? "orMore" : "about", { phones: found.capacity.phones })}
    </p>
  );
}

function Progress({ seconds, phones }: NonNullable<CapacityState["running"]>) {
  const t = useTranslations("instructor.capacity");
  return (
    <div className="grid min-w-48 flex-1 gap-1.5">
      <progress
        aria-label={t("progress")}
        max={CHECK_SECONDS}
        value={Math.min(seconds, CHECK_SECONDS)}
        className="h-2.5 w-full appearance-none overflow-hidden rounded-full border border-line-strong bg-sunken [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-ink"
      />
      <p aria-hidden="true" className="text-sm text-ink-soft tabular-nums">
        {phones === 0 ? t("starting") : t("phones", { count: phones })}
      </p>
    </div>
  );
}

function Problem({ why }: { why: CheckProblem }) {
  const t = useTranslations("instructor.capacity");
  const words = useWhy();
  if (why === "session-running")
    return (
      <Notice kind="warning" title={t("sessionRunning.title")}>
        {t("sessionRunning.body")}
      </Notice>
    );
  if (why === "restarted")
    return (
      <Notice kind="warning" title={t("restarted.title")}>
        {t("restarted.body")}
      </Notice>
    );
  return <Notice kind="error">{why === "too-many" ? t("tooMany") : words(why)}</Notice>;
}

function HowItEnded({ outcome }: Pick<CheckEnd, "outcome">) {
  const t = useTranslations("instructor.capacity");
  switch (outcome) {
    case "measured":
      return null;
    case "canceled":
      return <Notice>{t("canceled")}</Notice>;
    case "session-running":
      return (
        <Notice kind="warning" title={t("sessionStarted.title")}>
          {t("sessionStarted.body")}
        </Notice>
      );
    case "failed":
      return (
        <Notice kind="error" title={t("failed.title")}>
          {t("failed.body")}
        </Notice>
      );
  }
}
