"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useUnclear } from "#app/activities/reading/use-unclear.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { UnclearPlaces } from "#app/student/read/sentence-marks.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";

/** [X9] Where columns stand side by side, only this says with which one to begin. */
export function BeginWithSide({ debate }: { debate: ReadDebate }) {
  const t = useTranslations("student.read");
  const { firstSide, readBoth } = useSeat().you;
  const expert = debate.positions.find(({ side }) => side === firstSide)?.expert;
  if (!expert || readBoth) return null;
  return (
    <p className="max-w-measure text-pretty">{t.rich("beginHere", { name: inSentence(expert.name) })}</p>
  );
}

/** [X10] Has the sentences within marked that the reader does not understand. */
export function WithUnclear({ children }: { children: ReactNode }) {
  return <UnclearPlaces value={useUnclear()}>{children}</UnclearPlaces>;
}
