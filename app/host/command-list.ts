import type { Hides } from "#app/activities/host.ts";
import type { Live } from "#app/live/live.ts";
import type { Sends } from "#debate/activities/index.ts";
import type { ClientEvents } from "#debate/protocol/events.ts";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Act } from "#debate/rules/rights.ts";
import type { TypedSchedule } from "#debate/rules/schedule.ts";
import type { LogEntry, OnWall, Rebuttal, WallAppearance } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";

type HostSend = Extract<keyof Sends, `host:${string}`>;

/** What can be done to the session from here, and whether it may be by who is here. Each resolves to whether it was done; a refusal has been said by then. */
export type Commands = {
  may(act: Act): boolean;
  /** Resolves a moment after the move is on the page [P7]. */
  move(to: Phase): Promise<boolean>;
  /** [V15] Shows the class another step of the reveal. */
  step(step: Step): Promise<boolean>;
  /** [P8] The timer of the phase that this page shows. */
  setTimer(seconds: number | null, closes: boolean): Promise<boolean>;
  moderate(rebuttal: Rebuttal, action: Moderation): Promise<boolean>;
  /** [R26] Decides about several at once. */
  moderateSeveral(rebuttals: readonly Rebuttal[], action: Moderation): Promise<boolean>;
  /** [R24] Has one rebuttal stand for others, or with null each for itself again. */
  merge(rebuttalIds: readonly string[], into: string | null): Promise<boolean>;
  remove(participantId: string, name: string): Promise<boolean>;
  /** [R16] Takes several seats away, or hides what they wrote, in one go. */
  removeSeveral(participantIds: readonly string[]): Promise<boolean>;
  hideWords(participantIds: readonly string[]): Promise<boolean>;
  /** What that hides: for the host, what they wrote in activities, too. */
  hides: Hides;
  /** Takes back what a line of the log says. */
  takeBack(entry: number): Promise<boolean>;
  /** The lines of the log before one of them; null where they cannot be had. */
  readLog(before: number): Promise<LogEntry[] | null>;
  /** Permanently deletes something of the session, then shows `done` as the message. */
  erase(what: string, done: string): Promise<boolean>;
  lock(locked: boolean): Promise<boolean>;
  reveal(on: boolean): Promise<boolean>;
  /** Puts something on the wall, a rebuttal by the words that are here; null has it show the phase. */
  showOnWall(show: OnWall | null): Promise<boolean>;
  /** [V27] Sets the wall's colors and language. Absent ones are up to the projector's own computer. */
  setWallAppearance(appearance: WallAppearance): Promise<boolean>;
  /** Sends what belongs to an activity. */
  send<Name extends HostSend>(name: Name, payload: Parameters<ClientEvents[Name]>[0]): Promise<boolean>;
  /** The same, with the answer; a refusal is said only once it is given to `done`. */
  ask: Live["send"];
  done(sent: Promise<{ ok: true } | { ok: false; code: Refusal }>): Promise<boolean>;
  keepResults(kept: boolean): Promise<boolean>;
  /** Has new rebuttals wait for approval, or appear at once. */
  approveFirst(on: boolean): Promise<boolean>;
  /** [P29] Replaces the set dates; without any, the host moves the class alone. */
  setDates(schedule: TypedSchedule): Promise<boolean>;
};
