import { expect, test } from "vitest";
import { z } from "zod";
import { EMAIL } from "#debate/rules/email.ts";

test.each(["grace@example.org", "a.b+c@d-e.co.uk", "o'neil@example.org"])("%s is an email address", (given) =>
  expect(EMAIL.test(given)).toBe(true),
);

test.each([
  "",
  "grace",
  "grace@example",
  ".a@example.org",
  "a..b@example.org",
  "a b@example.org",
  "a@-x.org",
])("%j is not an email address", (given) => expect(EMAIL.test(given)).toBe(false));

test("pages and messages are checked by zod's own pattern", () => {
  expect(EMAIL.source.replaceAll("\\-", "-")).toBe(z.regexes.email.source.replaceAll("\\-", "-"));
});
