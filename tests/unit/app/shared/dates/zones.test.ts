import { expect, test } from "vitest";
import { ownZone, shownZone } from "#app/shared/dates/shown-zone.ts";
import { typedFrom } from "#app/shared/dates/typed-dates.ts";

// A zone that the server knows by now, and a browser of some years ago does not.
const NEW = "Europe/Atlantis";
const at = Date.parse("2026-12-01T08:00Z");

test("[P32] dates are shown in their zone, and where a browser does not know it, in its own", () => {
  expect(shownZone("Asia/Tokyo")).toBe("Asia/Tokyo");
  expect(shownZone(NEW)).toBe(ownZone());
});

test("[P31] dates of a zone that the browser does not know can be changed in its own", () => {
  const typed = typedFrom({ zone: NEW, dates: [{ phase: "before", at }] });
  expect(typed.zone).toBe(ownZone());
  expect(typedFrom({ zone: "Asia/Tokyo", dates: [{ phase: "before", at }] })).toEqual({
    zone: "Asia/Tokyo",
    dates: [{ phase: "before", at: "2026-12-01T17:00" }],
  });
});
