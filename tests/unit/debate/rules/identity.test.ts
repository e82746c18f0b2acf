import { expect, test } from "vitest";
import { personFor, tells } from "#debate/rules/identity.ts";
import { hidesSmallGroups, IDENTITIES } from "#debate/rules/session-options.ts";
import { Settings, StoredSettings } from "#debate/rules/settings.ts";

const ADA = { id: "a", name: "Plucky Otter", realName: "Ada Lovelace" };
const LISTENERS = ["self", "host", "assistant", "files", "class"] as const;

test("[V10] how a person is named, to each listener in each mode", () => {
  const told = IDENTITIES.map((identity) => LISTENERS.map((listener) => personFor(listener, identity, ADA)));
  const { id, name, realName } = ADA;
  expect(told).toEqual([
    [{ id }, {}, {}, {}, {}],
    [{ id, name, realName }, { id, name, realName }, { id, name }, { name, realName }, { name }],
    [{ id, name }, { id, name }, { id, name }, { name }, { name }],
  ]);
  expect(personFor("host", "pseudonym", { ...ADA, realName: null })).toEqual({ id, name });
});

test("[V7] [V8] in an anonymous session only students themselves are told whether they have voted, and when", () => {
  for (const listener of LISTENERS.filter((each) => each !== "self"))
    for (const fact of ["presence", "votes", "times"] as const)
      expect(tells("anonymous", listener, fact)).toBe(false);
});

test("[Z7] anonymous sessions alone hide small groups, and a former choice in stored settings is not read", () => {
  expect(IDENTITIES.filter(hidesSmallGroups)).toEqual(["anonymous"]);
  expect(StoredSettings.parse({ smallGroups: "hide" })).not.toHaveProperty("smallGroups");
  expect(Settings.safeParse({ smallGroups: "hide" }).success).toBe(false);
});
