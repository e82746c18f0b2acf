import { describe, expect, test } from "vitest";
import { accessOf } from "#debate/rules/debate-rights.ts";
import { type Act, LINKS, mayDo, ROLE_OF_LINK } from "#debate/rules/rights.ts";
import { ROLES, type Role } from "#debate/rules/roles.ts";

const WRITING: Act[] = ["rebuttal:post", "rebuttal:endorse", "rebuttal:report", "rebuttal:seen"];
const HOST: Act[] = ["host:phase", "host:timer", "host:reveal", "host:lock", "host:results", "links"];
const MODERATION: Act[] = ["host:moderate", "host:approve-first", "host:remove", "host:undo", "host:wall"];

const MAY: Record<Role, Act[]> = {
  host: ["sync", ...HOST, ...MODERATION, "results:early", "results:kept"],
  assistant: ["sync", ...MODERATION, "results:kept"],
  screen: ["sync", "results:kept"],
  student: ["sync", "ballot:cast", ...WRITING, "results:kept"],
  reviewer: ["results:kept"],
};
const ACTS = [...new Set(Object.values(MAY).flat())];

describe.each(ROLES)("[A1][A3] %s", (role) => {
  test("may do what is listed, and nothing with an unknown name or with one that every object inherits", () => {
    for (const act of [...ACTS, "", "host:everything", "constructor", "__proto__"])
      expect([act, mayDo(role, act)]).toEqual([act, MAY[role].some((each) => each === act)]);
  });
});

test("[A2] no link makes anyone a host or a student", () => {
  expect(LINKS.map((link) => ROLE_OF_LINK[link])).toEqual(["screen", "assistant", "reviewer"]);
});

test.each([
  ["grace", "none", null, "own"],
  ["alan", "none", null, null],
  ["alan", "copy", null, "copy"],
  ["alan", "none", "edit", "edit"],
  ["alan", "copy", "read", "copy"],
  ["alan", "read", "edit", "edit"],
  ["alan", "everything", "own", null],
] as const)("[I19] %s, where everyone has %s and this one %s: %s", (who, sharing, right, access) => {
  expect(accessOf({ ownerId: "grace", sharing, right }, who)).toBe(access);
});
