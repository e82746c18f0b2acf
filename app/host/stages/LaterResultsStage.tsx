"use client";
import type { ComponentProps } from "react";
import { Later, later } from "#app/shared/loading/later.tsx";
import { type Phase, resultsPublic } from "#debate/rules/phases.ts";

const stage = later(async () => (await import("#app/host/stages/ResultsStage.tsx")).ResultsStage);

/** Fetches the results' stage, which no phase before them needs. */
export const { load: loadResultsStage } = stage;

/** The stage, where a control room begins with it. */
export const laterStageOf = (phase: Phase) => (resultsPublic(phase) ? [stage] : []);

export function LaterResultsStage(props: ComponentProps<Awaited<ReturnType<typeof stage.load>>>) {
  return <Later part={stage} props={props} />;
}
