import { createElement } from "react";
import { expect, test } from "vitest";
import { ReadAs } from "#app/student/argue/ReadAs.tsx";
import { extentOf } from "#debate/rules/promise.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { wordsOf } from "#tests/support/markup.tsx";

const saidWhere = (approvesFirst: boolean) =>
  IDENTITIES.map((identity) => {
    const name = extentOf(identity, "self", "name") ? "Plucky Otter" : "";
    return wordsOf(createElement(ReadAs, { identity, name, approvesFirst })).replace(/[\u2066-\u2069]/gu, "");
  });

test("[V48] the composer says with which name the class reads a rebuttal, and whether the instructor sees whose it is", () => {
  expect(saidWhere(false)).toEqual([
    "The class reads this without a name. Your instructor can’t see whose it is, either.",
    "The class reads this as Plucky Otter. Your instructor can see whose it is.",
    "The class reads this as Plucky Otter.",
  ]);
});

test("[V49] where the host approves first, the composer says that the instructor reads a rebuttal before the class", () => {
  expect(saidWhere(true)).toEqual([
    "Your instructor reads this first, then the class, both without a name.",
    "Your instructor reads this first and can see whose it is. Then the class reads it as Plucky Otter.",
    "Your instructor reads this first, then the class, as Plucky Otter.",
  ]);
});
