import { ownZone, shownZone } from "#app/shared/dates/shown-zone.ts";
import { instantOf, typedAt } from "#debate/rules/clock-times.ts";
import { firstNear, NEAR } from "#debate/rules/near-dates.ts";
import { type Phase, waitsForItsDay } from "#debate/rules/phase-order.ts";
import type { Schedule, TypedSchedule } from "#debate/rules/schedule.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** When a lesson's homework usually opens. */
const MORNING = "T08:00";

export function zones(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}

/** What the fields show of a session's dates; none of them in this browser's zone. */
export function typedFrom(schedule: Schedule | undefined): TypedSchedule {
  if (!schedule) return { zone: ownZone(), dates: [] };
  const { dates } = schedule;
  const zone = shownZone(schedule.zone);
  return { zone, dates: dates.map(({ phase, at }) => ({ phase, at: typedAt(at, zone) })) };
}

/** A morning that fits: after the date before, else tomorrow, or in four weeks for a vote after the lesson. */
export function firstDate(phase: Phase, zone: string, last: string | undefined): string {
  const from = readOff(last);
  const ahead = waitsForItsDay(phase) ? 28 * DAY : DAY;
  if (from !== null) return `${new Date(from + ahead).toISOString().slice(0, 10)}${MORNING}`;
  return `${typedAt(Date.now() + ahead, zone).slice(0, 10)}${MORNING}`;
}

/** The same in a rehearsal, which is gone in a day: minutes after the date before, or from now. */
export function firstNearDate(zone: string, last: string | undefined): string {
  const from = readOff(last);
  if (from === null) return typedAt(firstNear(Date.now()), zone);
  return new Date(from + NEAR.every).toISOString().slice(0, 16);
}

/** What the fields of a date show, as if in UTC; null while they are not filled in. */
function readOff(typed: string | undefined): number | null {
  const at = typed === undefined ? "none" : instantOf(typed, "UTC");
  return typeof at === "string" ? null : at;
}
