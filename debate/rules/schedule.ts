import type { z } from "zod";
import type * as snapshot from "#debate/protocol/answers/session-state.ts";
import { timesOf } from "#debate/rules/after-lesson.ts";
import { instantOf, isZone } from "#debate/rules/clock-times.ts";
import { nearDates } from "#debate/rules/near-dates.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { phasesOf } from "#debate/rules/phases.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [P29] The most set dates of a session at a time. */
export const SET_DATES = 6;
const YEAR = 365 * 24 * 60 * 60 * 1_000;

/** A phase and when it opens, in milliseconds since the epoch. */
export type SetDate = Schedule["dates"][number];
/** [P30] What opens when, in this order. `zone`: the time zone in which the host typed the dates, as IANA names it. */
export type Schedule = z.infer<typeof snapshot.Schedule>;
/** The same as typed: `at` is what clocks of the zone show. */
export type TypedSchedule = { zone: string; dates: { phase: Phase; at: string }[] };
/** [P29] What opens in the next minutes, in this order: how a rehearsal tries dates. */
export type NearSchedule = { zone: string; near: Phase[] };

/**
 * [P31] What is wrong with a set date: its zone or the date does not exist, clocks skip that time, it is past, over a year ahead, not
 * after the one before it; its phase is not ahead; the later vote is less than a day, or over a year, after the class is closed.
 */
export const DATE_PROBLEMS = [
  "zone",
  "none",
  "gap",
  "past",
  "far",
  "order",
  "phase",
  "early",
  "late",
] as const;
export type DateProblem = (typeof DATE_PROBLEMS)[number];
/** `index`: of the date. */
export type WrongDate = { index: number; problem: DateProblem };

type Setting = Rehearsed & {
  phase: Phase;
  settings: Pick<Settings, "questions" | "activities">;
  closedAt: number | null;
  now: number;
};

/** [P31] The set dates as instants, or the first one that is wrong. */
export function readSchedule(
  given: TypedSchedule | NearSchedule,
  { phase, settings, simulated, closedAt, now }: Setting,
): { ok: true; value: Schedule } | ({ ok: false } & WrongDate) {
  const { zone } = given;
  if (!isZone(zone)) return { ok: false, index: 0, problem: "zone" };
  const phases = phasesOf(settings);
  const read: SetDate[] = [];
  let closing = closedAt;
  const dates =
    "near" in given
      ? nearDates(given.near, now)
      : given.dates.map((typed) => ({ phase: typed.phase, at: instantOf(typed.at, zone) }));
  for (const [index, { phase: opens, at }] of dates.entries()) {
    const wrong = (problem: DateProblem) => ({ ok: false, index, problem }) as const;
    if (typeof at === "string") return wrong(at);
    const last = read.at(-1);
    if (at <= now) return wrong("past");
    if (at > now + YEAR) return wrong("far");
    if (last && at <= last.at) return wrong("order");
    if (phases.indexOf(opens) <= phases.indexOf(last?.phase ?? phase)) return wrong("phase");
    if (opens === "closed") closing = at;
    // A class that is not closed yet is closed now at the earliest.
    const times = timesOf(opens, closing ?? now, { simulated });
    if (times?.from !== undefined && at < times.from) return wrong("early");
    if (times && closing !== null && at > times.until) return wrong("late");
    read.push({ phase: opens, at });
  }
  return { ok: true, value: { zone, dates: read } };
}

/** [R11] Set dates as the log and its export have them; empty without any. */
export function datesInLog(schedule: Schedule | null): string {
  if (schedule === null) return "";
  const dates = schedule.dates.map(({ phase, at }) => `${phase} ${new Date(at).toISOString()}`);
  return `${dates.join(", ")} (${schedule.zone})`;
}

/** [P30] The dates that are still ahead of a class that has come to a phase; null without any. */
export function scheduleAfter(schedule: Schedule | null, phase: Phase, settings: Setting["settings"]) {
  if (schedule === null) return null;
  const phases = phasesOf(settings);
  const dates = schedule.dates.filter((date) => phases.indexOf(date.phase) > phases.indexOf(phase));
  return dates.length === 0 ? null : { ...schedule, dates };
}
