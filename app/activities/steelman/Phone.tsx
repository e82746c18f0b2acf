"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { OwnSteelmanCard } from "#app/activities/steelman/OwnSteelman.tsx";
import { RateSteelmen } from "#app/activities/steelman/RateSteelmen.tsx";
import { WriteSteelman } from "#app/activities/steelman/WriteSteelman.tsx";
import { useJoined } from "#app/i18n/use-joined.ts";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import { otherSide, standingChoice } from "#debate/activities/steelman/rules.ts";

/** [P16] Where a student writes the best argument of the other side, and rates those that were written for the own one. */
export function SteelmanView() {
  const t = useTranslations("student.steelman");
  const lead = useTranslations("student.otherSide.lead");
  const { sentences } = useJoined();
  const { resolution, you, state, desk } = useSeat();
  const waiting = useWaiting();
  const { before, reading, after } = you.ballots;
  const choice = standingChoice({
    ...{ before: before?.choice, reading: reading?.choice, after: after?.choice },
  });
  const own = choice === "for" || choice === "against" ? choice : null;
  const draft = useSyncExternalStore(desk.steelman.subscribe, desk.steelman.value, desk.steelman.atFirst);
  const sent = waiting.find((item) => item.name === "steelman:write");
  const isWriting = draft !== null || (!you.steelman?.own && !sent);
  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-8">
      <div className="grid gap-3">
        <ViewHeading of="steelman" />
        <Resolution as="h2" size="normal">
          {resolution}
        </Resolution>
        <NextDate schedule={state.snapshot.schedule} className="text-sm" />
        <p className="text-lg text-pretty">{lead(own ? otherSide(own) : "undecided")}</p>
        <p className="text-sm text-ink-soft text-pretty">{sentences(t("closedVote"), t("readers"))}</p>
      </div>
      {isWriting ? <WriteSteelman ownSide={own} draft={draft} /> : <OwnSteelmanCard sent={sent} />}
      {own && <RateSteelmen side={own} />}
    </div>
  );
}
