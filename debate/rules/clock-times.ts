/** A date and time as typed: `2026-12-01T08:00`. */
export const TYPED_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/u;
export const TYPED_LENGTH = 16;

const DAY = 24 * 60 * 60 * 1_000;
/** More than there are zones; one can be spelled in many ways. */
const FORMATS_KEPT = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this is the name of a time zone that there is, such as `Asia/Tokyo`. */
export function isZone(zone: string): boolean {
  try {
    return formatOf(zone) !== null;
  } catch {
    return false;
  }
}

/**
 * [P31] The instant at which clocks of the zone show a time; the first one where they show it twice. `gap`: they skip it, because
 * they go forward then. `none`: there is no such date.
 */
export function instantOf(typed: string, zone: string): number | "gap" | "none" {
  const asUtc = utcOf(typed);
  if (asUtc === null) return "none";
  // The clocks' distance from UTC before and after whatever happens to them on that day.
  const distances = [asUtc - DAY, asUtc + DAY].map((at) => shownAt(at, zone) - at);
  const instants = distances.map((distance) => asUtc - distance).sort((one, other) => one - other);
  return instants.find((at) => shownAt(at, zone) === asUtc) ?? "gap";
}

/** What clocks of the zone show at an instant, as it would be typed. */
export function typedAt(at: number, zone: string): string {
  return new Date(shownAt(at, zone)).toISOString().slice(0, 16);
}

/** Null for an impossible date, such as February 30. */
function utcOf(typed: string): number | null {
  if (!TYPED_TIME.test(typed)) return null;
  const at = Date.parse(`${typed}:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 16) !== typed ? null : at;
}

/** What clocks of the zone show, read as if it were UTC. */
function shownAt(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    calendar: "gregory",
    numberingSystem: "latn",
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  if (formats.size >= FORMATS_KEPT) formats.clear();
  formats.set(zone, format);
  return format;
}
