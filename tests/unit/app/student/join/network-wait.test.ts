import { expect, test } from "vitest";
import { networkWait } from "#app/student/join/network-wait.ts";

test("[L29] the form says after how many minutes to try again only where the network's limit refused the student", () => {
  const refused = (error: object) => networkWait({ error: { code: "too-many", ...error } });
  expect(refused({ fields: ["network"], retryAfter: 541 })).toBe(10);
  expect(refused({ fields: ["network"], retryAfter: 60 })).toBe(1);
  expect(refused({ retryAfter: 60 })).toBe(0);
  for (const answer of [undefined, null, "busy", {}]) expect(networkWait(answer)).toBe(0);
});
