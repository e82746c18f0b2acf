import { expect, test } from "vitest";
import { SESSION_NAME_LENGTH } from "#debate/rules/session-options.ts";
import { assistantSettings, publicSettings, Settings, StoredSettings } from "#debate/rules/settings.ts";

test("[V17] a session's name is one line of at most 60 characters, or none", () => {
  const nameOf = (name: string) => Settings.safeParse({ name }).data?.name;
  expect(nameOf(" Period 3,\n\u0007 \t Monday ")).toBe("Period 3, Monday");
  expect(nameOf("三限・月曜日")).toBe("三限・月曜日");
  for (const nothing of ["", " \n", "\u200b\u2060"]) expect(nameOf(nothing)).toBe("");
  expect(nameOf("🦉".repeat(SESSION_NAME_LENGTH))).toBe("🦉".repeat(60));
  expect(nameOf("🦉".repeat(61))).toBeUndefined();
  expect(nameOf("x".repeat(61))).toBeUndefined();
  expect(nameOf(` ${"x".repeat(60)} `)).toBe("x".repeat(60));
});

test("[V17][W7] the class gets neither the name nor the host's words, an assistant only the name", () => {
  const settings = Settings.parse({ name: "Period 3", filterWords: ["gnome"], readingVote: true });
  expect(publicSettings(settings)).toEqual({ ...settings, name: "", filterWords: [] });
  expect(assistantSettings(settings)).toEqual({ ...settings, filterWords: [] });
});

test("[V17] a session from before there were names has none", () => {
  expect(StoredSettings.parse({ identity: "pseudonym" }).name).toBe("");
});

test("keys of a later release are dropped from stored settings, and refused in requests", () => {
  expect(StoredSettings.parse({ later: 1 })).not.toHaveProperty("later");
  expect(Settings.safeParse({ later: 1 }).success).toBe(false);
});

test.each(["simulated", "pairing", "spoken", "moreTime", "keptCheck", "wallLook"])(
  "[H1] what happens in a session is no setting: %s is refused",
  (key) => {
    expect(Settings.safeParse({ [key]: 5 }).error?.issues).toMatchObject([
      { code: "unrecognized_keys", keys: [key] },
    ]);
  },
);
