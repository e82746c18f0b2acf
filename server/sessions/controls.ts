import type { EventKind } from "#debate/rules/log.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionChange } from "#server/store/sessions.ts";

/** Starts or stops the phase's timer. `closes`: whether the phase ends automatically then. */
export async function setTimer(
  parts: Dependencies,
  sessionId: string,
  { seconds, closes = false }: { seconds: number | null; closes?: boolean | undefined },
): Promise<Result<{ endsAt: number | null }>> {
  const endsAt = seconds === null ? null : parts.clock() + seconds * 1000;
  const change = { phaseEndsAt: endsAt, timerCloses: endsAt !== null && closes };
  const set = await control(parts, sessionId, change, "timer", seconds === null ? "off" : `${seconds} s`);
  if (!set.ok) return set;
  parts.announce.timer(sessionId);
  return accept({ endsAt });
}

/** Stops new people joining, or allows it again. */
export function lock(parts: Dependencies, sessionId: string, locked: boolean): Promise<Result<void>> {
  return control(parts, sessionId, { locked }, locked ? "locked" : "unlocked");
}

/** Shows host and screen the tallies so far, or hides them. [V9] In an anonymous session there is nothing to show. */
export async function reveal(
  parts: Dependencies,
  sessionId: string,
  revealed: boolean,
): Promise<Result<void>> {
  const session = await parts.store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  if (session.settings.identity === "anonymous") return refuse("forbidden");
  return control(parts, sessionId, { revealed }, revealed ? "revealed" : "covered");
}

/** [A5] Limits the results to the class and holders of their link, or opens them to anyone with the code. */
export function keepResults(
  parts: Dependencies,
  sessionId: string,
  resultsKept: boolean,
): Promise<Result<void>> {
  return control(parts, sessionId, { resultsKept }, resultsKept ? "results-kept" : "results-open");
}

/** [R13] Switches approval of new rebuttals on or off; earlier ones keep their status. */
export function approveFirst(
  parts: Dependencies,
  sessionId: string,
  on: boolean,
  actor: Actor,
): Promise<Result<void>> {
  const moderation = on ? "before" : "after";
  return control(parts, sessionId, { moderation }, on ? "approve-first" : "approve-after", undefined, actor);
}

/** [V12] Puts a published rebuttal on the wall, [V13] blanks it, or with null shows the phase. */
export function showOnWall(
  parts: Dependencies,
  sessionId: string,
  onWall: OnWall | null,
  actor: Actor,
): Promise<Result<void>> {
  if (onWall === "blank") return control(parts, sessionId, { onWall }, "blanked", undefined, actor);
  return control(parts, sessionId, { onWall }, "spotlight", detailOf(onWall), actor);
}

/** A rebuttal's id, which the log names by its words, or what else is on the wall. */
function detailOf(onWall: Exclude<OnWall, "blank"> | null): string {
  if (onWall === null) return "none";
  if (onWall === "thanks") return onWall;
  if ("rebuttalId" in onWall) return onWall.rebuttalId;
  return "chart" in onWall
    ? `chart ${onWall.chart}`
    : `paragraph ${onWall.paragraph.side} ${onWall.paragraph.n}`;
}

async function control(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  change: SessionChange,
  kind: EventKind,
  detail?: string,
  actor: Actor = "host",
): Promise<Result<void>> {
  const changed = await store.sessions.change(
    sessionId,
    () => accept(change),
    () => ({ at: clock(), actor, kind, ...(detail !== undefined && { detail }) }),
  );
  if (!changed.ok) return changed;
  announce.changed(sessionId, "now");
  return accept(undefined);
}
