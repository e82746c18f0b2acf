import { type ActivityRoom, activitiesFor } from "#debate/activities/index.ts";
import { CHOICES, DEBATE_ROUNDS, ROUNDS, type Round } from "#debate/rules/choices.ts";
import { personFor } from "#debate/rules/identity.ts";
import { type Linked, linksOf } from "#debate/rules/link-paths.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import {
  laterResultsPublic,
  latestRound,
  openRound,
  positionsReadable,
  rebuttalsReadable,
  resultsPublic,
  roundsOf,
  votesSealed,
} from "#debate/rules/phases.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import type { Schedule } from "#debate/rules/schedule.ts";
import { hidesSmallGroups } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { OnWall, Snapshot, Tallies, WallAppearance, WallWords } from "#debate/rules/snapshot.ts";
import { type RevealState, resultsOpened, type Step, showsChart, stepOf } from "#debate/rules/steps.ts";

/** Who sees something. A student is one participant, because their own words look different to them. */
export type Audience =
  | { role: "host" }
  | { role: "assistant" }
  /** `steps`: with the sign-in of the host, whose clicker [V15] steps the reveal. */
  | { role: "screen"; steps?: true }
  | { role: "student"; participantId: string | null };

/** The whole state of a session at one moment, before it is filtered for an audience. */
export type Room = Rehearsed &
  ActivityRoom & {
    version: number;
    phase: Phase;
    settings: Settings;
    phaseEndsAt: number | null;
    schedule?: Schedule | null;
    closedAt?: number | null;
    timerCloses: boolean;
    locked: boolean;
    revealed: boolean;
    onWall: OnWall | null;
    wallLook?: WallAppearance;
    moreTime?: number | undefined;
    resultsKept: boolean;
    /** [A4] The keys of its links, for the host. */
    code?: string;
    keys?: Linked["keys"];
    joined: number;
    /** [Y18] How many of these are slips; not counted while voting is open. */
    onPaper?: number;
    tallies: Tallies;
    /** [Z11] Tallies of opened results as everyone but the host sees them. */
    publicTallies?: Tallies | null;
    queue: number;
    /** [Q22] Whether marks are released. */
    feedback?: boolean;
    step: Step | null;
    opened: boolean;
    /** [V18] The words that are on the wall, as long as they exist. */
    wallWords?: WallWords | null;
  };

/** [V1] The one place that decides what an audience sees of a session. */
export function viewFor({ role }: Audience, room: Room): Snapshot {
  const tally = talliesFor(role, room);
  const step = stepOf(room);
  return {
    version: room.version,
    phase: room.phase,
    ...(room.phaseEndsAt !== null && { phaseEndsAt: room.phaseEndsAt, timerCloses: room.timerCloses }),
    ...(room.schedule && { schedule: room.schedule }),
    locked: room.locked,
    joined: room.joined,
    turnout: turnout(room),
    ...(step !== null && { step }),
    ...(tally && { tally }),
    ...(role !== "student" && {
      ...(room.onPaper && { onPaper: room.onPaper }),
      revealed: room.revealed,
      ...wallFor(room),
      ...(room.wallLook && Object.keys(room.wallLook).length > 0 && { wallLook: room.wallLook }),
    }),
    ...(role === "student" && { ...wallForPhones(room), ...notHeldFor(room) }),
    ...activitiesFor(role, {
      ...{ ...room, personFor, step },
      activities: room.settings.activities,
      identity: room.settings.identity,
      isSealed: votesSealed(room),
    }),
    ...(role === "host" && {
      resultsKept: room.resultsKept,
      ...linksFor(room),
    }),
    ...(moderates(role) && resultsOpened(room) && { opened: true }),
    ...(moderates(role) && needsTime(room) && { moreTime: true }),
    ...(moderates(role) && { queue: room.queue, approveFirst: approvesFirst(room) }),
    ...(role === "student" && approvesFirst(room) && { approveFirst: true }),
    ...(role === "student" && room.feedback && { feedback: true }),
  };
}

const approvesFirst = ({ settings }: Room): boolean => settings.moderation === "before";

/** [A4] A link that another control room made or turned off is not copied from this one. */
function linksFor({ code, keys }: Room): Pick<Snapshot, "links"> {
  return code !== undefined && keys ? { links: linksOf({ code, keys }) } : {};
}

/** [P10] A request is about the timer that ran then; a later one is a new one. */
function needsTime({ moreTime, phaseEndsAt }: Room): boolean {
  return phaseEndsAt !== null && moreTime === phaseEndsAt;
}

function wallFor(room: Room): Pick<Snapshot, "wall" | "wallWords"> {
  const { onWall, wallWords } = room;
  if (onWall === null || !mayBeOnWall(onWall, room)) return {};
  if (isWords(onWall)) return wallWords ? { wall: onWall, wallWords } : {};
  return { wall: onWall };
}

/** [F5] What the class may read anyway; phones show the results themselves. */
function wallForPhones(room: Room): Pick<Snapshot, "wall"> {
  const { wall } = wallFor(room);
  const isShown =
    typeof wall === "object" && ("rebuttalId" in wall || "paragraph" in wall || "picture" in wall);
  return isShown ? { wall } : {};
}

/** [V12] Whether the class may see something on the wall now. [P8] A rebuttal is kept for when the class returns to them. */
export function mayBeOnWall(onWall: OnWall, room: RevealState & Pick<Room, "settings">): boolean {
  if (onWall === "blank" || onWall === "thanks") return true;
  // [Y14] As the positions that it explains.
  if (onWall === "glossary") return positionsReadable(room.phase);
  if (isRebuttal(onWall)) return rebuttalsReadable(room.phase);
  if ("paragraph" in onWall || "picture" in onWall) return positionsReadable(room.phase);
  // [V18] When the class may read them in the results.
  if (isWords(onWall)) return resultsOpened(room);
  const step = stepOf(room);
  // Also once opened: the wall draws from what the step shows.
  return step !== null && showsChart(step, onWall.chart);
}

/** [A3] Host and assistant see pending, hidden and reported rebuttals. */
export function moderates(role: Audience["role"]): role is "host" | "assistant" {
  return role === "host" || role === "assistant";
}

/**
 * [V2] Students: from `results` on. [V3] Screen and assistant: also while the host reveals. [V4] The host: also
 * rounds that are not open, and the open one while revealing. [V9] In an anonymous session no one before `results`.
 * [Z1] [Z18] Of an anonymous session the results say what class and host may know. [Z11] In the results everyone but the
 * host sees the tallies that the class saw first.
 */
function talliesFor(role: Audience["role"], room: Room): Tallies | null {
  const { phase, settings, revealed } = room;
  const tallies = withLaterOncePublic(phase, room.tallies);
  if (votesSealed(room)) return null;
  if (hidesSmallGroups(settings.identity)) return null;
  // [V14] Until they are opened the class knows what the step shows.
  if (role === "host" && resultsPublic(phase)) return tallies;
  if (resultsPublic(phase))
    return resultsOpened(room) && room.publicTallies ? withLaterOncePublic(phase, room.publicTallies) : null;
  if (role === "student" || (role !== "host" && !revealed)) return null;
  const covered = revealed ? null : openRound(phase);
  const shown = only(
    ROUNDS.filter((round) => round !== covered),
    tallies,
  );
  return Object.keys(shown).length > 0 ? shown : null;
}

/** [P35] Not even the host sees a vote after the lesson while it is open, or if it was opened by mistake. */
function withLaterOncePublic(phase: Phase, tallies: Tallies): Tallies {
  return laterResultsPublic(phase) ? tallies : only(DEBATE_ROUNDS, tallies);
}

function only(rounds: readonly Round[], tallies: Tallies): Tallies {
  return Object.fromEntries(rounds.flatMap((round) => (tallies[round] ? [[round, tallies[round]]] : [])));
}

function turnout({ phase, settings, tallies }: Room): { round: Round; voted: number } {
  const round = latestRound(phase, settings);
  return { round, voted: votedIn(tallies[round]) };
}

const votedIn = (tally: Tallies[Round]) =>
  tally ? CHOICES.reduce((sum, choice) => sum + tally[choice], 0) : 0;

/** [V33] The votes of the debate that no one cast, once it is over: a host may leave one out. */
export function notHeld({ phase, settings, tallies }: Pick<Room, "phase" | "settings" | "tallies">): Round[] {
  return resultsPublic(phase) ? roundsOf(settings).filter((round) => votedIn(tallies[round]) === 0) : [];
}

function notHeldFor(room: Room): Pick<Snapshot, "notHeld"> {
  const rounds = notHeld(room);
  return rounds.length > 0 ? { notHeld: rounds } : {};
}

export function isRebuttal(onWall: OnWall | null): onWall is Extract<OnWall, { rebuttalId: string }> {
  return typeof onWall === "object" && onWall !== null && "rebuttalId" in onWall;
}

export function isWords(onWall: OnWall | null): onWall is Extract<OnWall, { reason: string }> {
  return typeof onWall === "object" && onWall !== null && "reason" in onWall;
}

export function isOnWall(onWall: OnWall | null, rebuttalId: string): boolean {
  return isRebuttal(onWall) && [onWall.rebuttalId, ...(onWall.replies ?? [])].includes(rebuttalId);
}
