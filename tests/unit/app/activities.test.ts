import { expect, test } from "vitest";
import { PHONE } from "#app/activities/phone.ts";
import { PHONE_ARGUE } from "#app/activities/phone-argue.ts";

test("a phone waits for the bars that activities have, and for no others", () => {
  const waiting = PHONE.filter(({ hasBar }) => hasBar).map(({ name }) => name);
  expect(PHONE_ARGUE.filter(({ Bar }) => Bar).map(({ name }) => name)).toEqual(waiting);
});
