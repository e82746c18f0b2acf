import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { instantOf, isZone, typedAt } from "#debate/rules/clock-times.ts";

const HOUR = 60 * 60 * 1_000;
const MINUTE = 60 * 1_000;
const ZONES = [
  ...["Asia/Tokyo", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"],
  ...["America/St_Johns", "Pacific/Apia", "Africa/Casablanca", "UTC"],
];
const at = (iso: string) => Date.parse(iso);

test.each([
  ["2026-12-01T08:00", "Asia/Tokyo", "2026-11-30T23:00:00Z"],
  ["2026-12-01T08:00", "Europe/Berlin", "2026-12-01T07:00:00Z"],
  ["2026-12-01T08:00", "Asia/Kathmandu", "2026-12-01T02:15:00Z"],
])("[P31] %s by the clocks of %s is %s", (typed, zone, iso) => {
  expect(instantOf(typed, zone)).toBe(at(iso));
  expect(typedAt(at(iso), zone)).toBe(typed);
});

test.each([
  ["2027-03-28T01:59", "Europe/Berlin", at("2027-03-28T00:59:00Z")],
  ["2027-03-28T02:59", "Europe/Berlin", "gap"],
  ["2027-03-28T03:00", "Europe/Berlin", at("2027-03-28T01:00:00Z")],
  // Half an hour on Lord Howe Island.
  ["2026-10-04T02:15", "Australia/Lord_Howe", "gap"],
  ["2026-10-04T02:30", "Australia/Lord_Howe", at("2026-10-03T15:30:00Z")],
])("[P31] clocks that go forward skip a time: %s in %s is %s", (typed, zone, expected) => {
  expect(instantOf(typed, zone)).toBe(expected);
});

test("[P31] of a time that clocks show twice, the first one counts", () => {
  expect(instantOf("2026-11-01T01:30", "America/New_York")).toBe(at("2026-11-01T05:30:00Z"));
  expect(instantOf("2026-10-25T02:30", "Europe/Berlin")).toBe(at("2026-10-25T00:30:00Z"));
});

test.each(["2026-02-30T08:00", "2026-13-01T08:00", "2026-12-01T24:00", "2026-12-01", "tomorrow", "T", ""])(
  "[P31] %j is no date",
  (typed) => expect(instantOf(typed, "Asia/Tokyo")).toBe("none"),
);

test("[P31] only time zones that there are count", () => {
  for (const zone of ZONES) expect(isZone(zone)).toBe(true);
  for (const zone of ["Mars/Olympus", "Tokyo time", "", "<script>"]) expect(isZone(zone)).toBe(false);
});

const minutes = fc.integer({ min: at("2020-01-01T00:00Z") / MINUTE, max: at("2035-01-01T00:00Z") / MINUTE });
const zone = fc.constantFrom(...ZONES);

test("[P31] the time that clocks show leads back to its instant, or to an hour before where clocks show it twice", () => {
  fc.assert(
    fc.property(minutes, zone, (minute, in_) => {
      const instant = minute * MINUTE;
      const found = instantOf(typedAt(instant, in_), in_);
      expect([0, HOUR / 2, HOUR]).toContain(instant - Number(found));
    }),
  );
});

test("[P31] one zone in a thousand spellings keeps at most 500 formats in memory", () => {
  const made = vi.spyOn(Intl, "DateTimeFormat");
  const name = "America/Argentina/Buenos_Aires";
  const spelled = (number: number) =>
    [...name]
      .map((letter, at) => ((number >> at) & 1 ? letter.toUpperCase() : letter.toLowerCase()))
      .join("");
  const first = spelled(0);
  expect(isZone(first)).toBe(true);
  for (let number = 1; number <= 1_000; number += 1) isZone(spelled(number));
  made.mockClear();
  isZone(first);
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});
