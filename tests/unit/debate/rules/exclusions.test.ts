import { expect, test } from "vitest";
import { parse } from "#debate/protocol/messages.ts";
import { clashesIn, excludedIn, withoutClashes } from "#debate/rules/exclusions.ts";
import { Settings, StoredSettings } from "#debate/rules/settings.ts";

test.each([
  [
    { identity: "anonymous", activities: { pairs: { when: "after", by: "voice" } } },
    "activities.pairs: not in an anonymous session",
  ],
  [
    { identity: "anonymous", activities: { steelman: {} } },
    "activities.steelman: not in an anonymous session",
  ],
  [
    { activities: { speaking: {}, pairs: { when: "instead", by: "voice" } } },
    "activities.speaking: not with pairs in place of rebuttals",
  ],
  [
    { activities: { starters: {}, pairs: { when: "instead", by: "voice" } } },
    "activities.starters: not with pairs in place of rebuttals",
  ],
])("[H11] %o is refused by name: %s", (settings, message) => {
  expect(parse(Settings, settings)).toEqual({ ok: false, code: "malformed", message });
});

test("[H11] what clashes is named and left out, and nothing else; a stored session with it can still be read", () => {
  const anonymous = StoredSettings.parse({
    identity: "anonymous",
    activities: { exitTicket: {}, speaking: {}, steelman: {}, pairs: { when: "instead", by: "voice" } },
  });
  expect(clashesIn(anonymous).map(({ activity }) => activity)).toEqual(["pairs", "steelman", "speaking"]);
  // Without its pairs it has rebuttals again, and so a queue to speak.
  expect(withoutClashes(anonymous)).toEqual({ ...anonymous, activities: { exitTicket: {}, speaking: {} } });
  const instead = StoredSettings.parse({
    activities: { speaking: {}, starters: {}, steelman: {}, pairs: { when: "instead", by: "voice" } },
  });
  expect(withoutClashes(instead)).toEqual({
    ...instead,
    activities: { steelman: {}, pairs: { when: "instead", by: "voice" } },
  });
  expect(excludedIn({ ...instead, reveal: "staged" })).toEqual(["starters", "speaking"]);
});

test("[H11] [V16] a guess is excluded without a staged reveal, and accepted by the API", () => {
  const atOnce = Settings.parse({ reveal: "at-once", activities: { guess: {} } });
  expect(excludedIn(atOnce)).toEqual(["guess"]);
  expect(excludedIn({ ...atOnce, reveal: "staged" })).toEqual([]);
});
