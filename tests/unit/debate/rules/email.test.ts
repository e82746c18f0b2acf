import { expect, test } from "vitest";
import { z } from "zod";
import { EMAIL } from "#debate/rules/email.ts";

test("pages and messages are checked by zod's own pattern", () => {
  expect(EMAIL.source.replaceAll("\\-", "-")).toBe(z.regexes.email.source.replaceAll("\\-", "-"));
});
