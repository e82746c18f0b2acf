import { expect, test } from "vitest";
import { personFor, tells } from "#debate/rules/identity.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
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

test("[Z6] [Z7] by default anonymous sessions hide small groups, and other and older sessions show them", () => {
  expect(Settings.parse({}).smallGroups).toBe("tell");
  expect(Settings.parse({ identity: "anonymous" }).smallGroups).toBe("hide");
  expect(Settings.parse({ identity: "anonymous", smallGroups: "tell" }).smallGroups).toBe("tell");
  expect(StoredSettings.parse({ identity: "pseudonym" }).smallGroups).toBe("tell");
  expect(StoredSettings.parse({ smallGroups: "hide" }).smallGroups).toBe("hide");
});
