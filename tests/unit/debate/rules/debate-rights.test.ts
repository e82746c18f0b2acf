import { expect, test } from "vitest";
import { accessOf, type DebateAccess, mayWith } from "#debate/rules/debate-rights.ts";

const ACTS = ["read", "open", "copy", "save", "versions", "archive", "remove", "share"] as const;

test.each<[DebateAccess, string]>([
  ["read", "read open"],
  ["copy", "read open copy"],
  ["built-in", "read open copy"],
  ["edit", "read open copy save versions"],
  ["own", "read open copy save versions archive remove share"],
])("[I19] %s: %s, and nothing else", (access, acts) => {
  expect(ACTS.filter((act) => mayWith(access, act)).join(" ")).toBe(acts);
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
