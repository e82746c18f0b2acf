import { expect, test } from "vitest";
import { createGuesses } from "#server/identity/guesses.ts";
import { createLimits } from "#server/platform/limits.ts";

const EMAIL = "grace@example.org";

test("[I4] many addresses together have 300 guesses an hour, and after that a known browser can still sign in", async () => {
  const guesses = createGuesses(createLimits(null), "a secret");
  const device = guesses.deviceFor(EMAIL);
  let allowed = 0;
  for (let n = 0; n < 1_000; n += 1)
    if (
      (await guesses.signIn({ email: EMAIL, address: `2001:db8:0:${n % 200}::/64`, device: undefined }))
        .allowed
    )
      allowed += 1;
  expect(allowed).toBe(300);
  const from = { email: EMAIL, address: "203.0.113.1" };
  expect(await guesses.signIn({ ...from, device: undefined })).toMatchObject({ allowed: false });
  expect(await guesses.signIn({ ...from, device })).toMatchObject({ allowed: true });
  expect(await guesses.signIn({ ...from, email: "alan@example.org", device })).toMatchObject({
    allowed: true,
  });
});

test("[I4] fewer than thirty addresses cannot keep an unknown browser out elsewhere", async () => {
  const guesses = createGuesses(createLimits(null), "a secret");
  for (let n = 0; n < 29 * 20; n += 1)
    await guesses.signIn({ email: EMAIL, address: `198.51.100.${n % 29}`, device: undefined });
  expect(await guesses.signIn({ email: EMAIL, address: "203.0.113.1", device: undefined })).toMatchObject({
    allowed: true,
  });
});

test("[I4] a successful sign-in gives the attempt back", async () => {
  const guesses = createGuesses(createLimits(null), "a secret");
  for (let n = 0; n < 25; n += 1) {
    const tried = await guesses.signIn({ email: EMAIL, address: "203.0.113.1", device: undefined });
    expect(tried.allowed).toBe(true);
    if (tried.allowed) await tried.wasNoGuess();
  }
});
