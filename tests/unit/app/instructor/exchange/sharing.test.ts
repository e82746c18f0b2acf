import { expect, test } from "vitest";
import { isOneTooMany } from "#app/instructor/exchange/use-sharing.ts";

test("[I19] a 101st address is one too many; another right for one of 100, or taking it back, is not", () => {
  const listed = (count: number) => ({
    everyone: "none" as const,
    addresses: Array.from({ length: count }, (_, at) => ({
      email: `${at}@example.org`,
      right: "read" as const,
    })),
  });
  const another = { email: "100@example.org", right: "edit" } as const;
  expect(isOneTooMany(listed(100), another)).toBe(true);
  expect(isOneTooMany(listed(99), another)).toBe(false);
  expect(isOneTooMany(listed(100), { ...another, email: "99@Example.org" })).toBe(false);
  expect(isOneTooMany(listed(100), { ...another, right: "none" })).toBe(false);
  expect(isOneTooMany(listed(100), { everyone: "read" })).toBe(false);
});
