import { expect, test } from "vitest";
import { parse } from "#debate/protocol/messages.ts";
import { clashesIn, isExcluded, withoutClashes } from "#debate/rules/exclusions.ts";
import { Settings, StoredSettings } from "#debate/rules/settings.ts";

test.each([
  [{ identity: "anonymous", pairs: "after" }, "pairs: not in an anonymous session"],
  [{ identity: "anonymous", pairs: "instead" }, "pairs: not in an anonymous session"],
  [{ identity: "anonymous", steelman: true }, "steelman: not in an anonymous session"],
  [{ pairs: "instead", speaking: true }, "speaking: not with pairs in place of rebuttals"],
  [{ pairs: "instead", starters: true }, "starters: not with pairs in place of rebuttals"],
])("[H11] %o is refused by name: %s", (settings, message) => {
  expect(parse(Settings, settings)).toEqual({ ok: false, code: "malformed", message });
});

test("[H11] everything at once is possible after rebuttals, in sessions with pseudonyms or names", () => {
  for (const identity of ["pseudonym", "named"])
    expect(
      parse(Settings, { identity, pairs: "after", steelman: true, speaking: true, starters: true }),
    ).toMatchObject({ ok: true });
});

test("[H11] what clashes is named and left out, and nothing else; a stored session with it can still be read", () => {
  const anonymous = StoredSettings.parse({
    identity: "anonymous",
    pairs: "instead",
    steelman: true,
    speaking: true,
    exitTicket: true,
  });
  expect(clashesIn(anonymous).map(({ setting }) => setting)).toEqual(["pairs", "steelman", "speaking"]);
  // Without its pairs it has rebuttals again, and so a queue to speak.
  expect(withoutClashes(anonymous)).toEqual({ ...anonymous, pairs: "off", steelman: false });
  const instead = StoredSettings.parse({ pairs: "instead", speaking: true, starters: true, steelman: true });
  expect(withoutClashes(instead)).toEqual({ ...instead, speaking: false, starters: false });
  expect(isExcluded("starters", instead)).toBe(true);
  expect(isExcluded("pairs", instead)).toBe(false);
});
