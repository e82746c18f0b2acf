"use client";
import type { ComponentProps } from "react";
import { PHONE } from "#app/activities/phone.ts";
import { Later, later } from "#app/shared/loading/later.tsx";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";
import type { View } from "#app/shared/views-of-phase.ts";
import { isBegun, useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import { isOpen } from "#debate/activities/open.ts";
import { type Phase, resultsPublic } from "#debate/rules/phases.ts";

/** What a phone needs after the first vote, and what it needs once there are results. */
export const argue = later(() => import("#app/student/argue-parts.ts"));
export const result = later(() => import("#app/student/result/ResultView.tsx"));

/** Fetches what later phases need, so that a phone without a network shows them, too. */
export async function loadLaterParts(): Promise<void> {
  await Promise.all([argue.load(), result.load()]);
}

/** Those that the server draws in a phase. */
export function partsAtFirst(phase: Phase) {
  if (phase === "lobby" || phase === "before") return [];
  return resultsPublic(phase) ? [argue, result] : [argue];
}

type LaterViewProps<Parts> = Omit<ComponentProps<typeof Later<Parts>>, "fallback"> & {
  name: Exclude<View, "vote">;
};

/** A view of such a part, under its heading from the start. */
export function LaterView<Parts>({ name, of, children }: LaterViewProps<Parts>) {
  const loading = (
    <div className="grid min-h-64 content-start gap-3">
      <ViewHeading of={name} />
      <PartLoading of={of} />
    </div>
  );
  return (
    <Later of={of} fallback={loading}>
      {children}
    </Later>
  );
}

/** What activities show above every view while they are used. */
export function ActivityBars() {
  const { state, settings } = useSeat();
  const { phase } = state.snapshot;
  return PHONE.map(
    ({ name, hasBar }) =>
      hasBar &&
      isOpen(name, { phase, settings }) && (
        <Later key={name} of={argue}>
          {({ PHONE_ARGUE }) =>
            PHONE_ARGUE.map(({ name: each, Bar }) => each === name && Bar && <Bar key={name} />)
          }
        </Later>
      ),
  );
}

export function Composer() {
  return useDraft(isBegun) && <Later of={argue}>{({ Composer }) => <Composer />}</Later>;
}
