import { expect, test } from "vitest";
import { passwordFault } from "#debate/rules/passwords.ts";

const GRACE = { name: "Grace Hopper", email: "grace.hopper@navy.example.org" };

test.each([
  "password123",
  "P@ssw0rd2024!",
  "1234567890",
  "qwertyuiop",
  "aaaaaaaaaa",
  "19901991199219",
  "password7391",
  "abcabcabcabc",
  "DebateTeacher1",
  "gracehopper1906",
  "Hopper-1906-Navy",
])("[I5] %s is tried first, and refused", (password) => {
  expect(passwordFault(password, GRACE)).toBe("common");
});

test.each([
  "nanoseconds-1906",
  "correct horse battery staple",
  "kx7#mQ2vPz",
  "83920175620384",
  "密码学很有意思我每天学习",
  "passwords bore my purple teapot",
])("[I5] %s is accepted, whatever kinds of characters it has", (password) => {
  expect(passwordFault(password, GRACE)).toBeNull();
});

test("[I5] of three letters a name counts, and a password has five different characters", () => {
  expect(passwordFault("kimlee2024", { name: "Kim Lee", email: "kl@school.example" })).toBe("common");
  expect(passwordFault("kimlee2024", GRACE)).toBeNull();
  expect(passwordFault("xkvqxkvqxk", GRACE)).toBe("common");
  expect(passwordFault("xkvqzxkvqz", GRACE)).toBeNull();
});

test("[I5] a password has 10 to 128 characters, and none is cut off", () => {
  expect(passwordFault("kx7#mQ2vP", GRACE)).toBe("short");
  const long = "purple teapot river ".repeat(7);
  expect(passwordFault(long.slice(0, 128), GRACE)).toBeNull();
  expect(passwordFault(long.slice(0, 129), GRACE)).toBe("long");
});
