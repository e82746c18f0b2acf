import { createHmac, randomUUID } from "node:crypto";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { keyedUuid } from "#server/identity/keyed-ids.ts";
import { resetToken } from "#server/identity/reset-token.mjs";
import { authSecret } from "#server/identity/secret.ts";
import { createTickets } from "#server/identity/tickets.ts";
import { BadEnvironment } from "#server/platform/environment.ts";
import { temporaryFolder } from "#tests/support/files.ts";

test("[O12] a server without AUTH_SECRET makes a secret once, for its user only, and leaves no other file", async () => {
  await using folder = await temporaryFolder();
  const data = folder.in("data");
  const made = await authSecret(undefined, data);
  expect(made).toMatch(/^[\w-]{43}$/u);
  expect(await authSecret(undefined, data)).toBe(made);
  expect(await readdir(data)).toEqual(["auth-secret"]);
  expect(await readFile(folder.in("data", "auth-secret"), "utf8")).toBe(made);
  expect((await stat(folder.in("data", "auth-secret"))).mode & 0o777).toBe(0o600);
});

test("[O12] servers that start together in one folder get the same secret", async () => {
  await using folder = await temporaryFolder();
  const all = await Promise.all(Array.from({ length: 8 }, () => authSecret(undefined, folder.in("data"))));
  expect(new Set(all).size).toBe(1);
  expect(await readdir(folder.in("data"))).toEqual(["auth-secret"]);
});

test.each([
  ["", 0],
  ["\n", 0],
  ["x".repeat(31), 31],
])(
  "[O12] a file with %j in place of a secret is refused in one line, and not replaced",
  async (held, length) => {
    await using folder = await temporaryFolder();
    await writeFile(folder.in("auth-secret"), held);
    const refusal = authSecret(undefined, folder.in());
    await expect(refusal).rejects.toThrow(BadEnvironment);
    await expect(refusal).rejects.toThrow(
      new RegExp(
        `^The secret in \\S+auth-secret has ${length} characters, and needs at least 32\\.[^\\n]+$`,
        "u",
      ),
    );
    if (length > 0) await expect(refusal).rejects.not.toThrow(held);
    expect(await readFile(folder.in("auth-secret"), "utf8")).toBe(held);
  },
);

test("[O12] a secret that can't be read is refused in one line", async () => {
  await using folder = await temporaryFolder();
  await mkdir(folder.in("auth-secret"));
  const refusal = authSecret(undefined, folder.in());
  await expect(refusal).rejects.toThrow(BadEnvironment);
  await expect(refusal).rejects.toThrow(
    /^The secret in \S+auth-secret can't be read or made \(EISDIR[^\n]+$/u,
  );
  if (process.getuid?.() === 0) return; // root may read everything
  await writeFile(folder.in("other"), "");
  await chmod(folder.in(), 0o500);
  await expect(authSecret(undefined, folder.in("data"))).rejects.toThrow(BadEnvironment);
  await chmod(folder.in(), 0o700);
});

test("[O12] an empty secret signs nothing, and opens no seat: neither a ticket, nor a link, nor a code", () => {
  const empty = createTickets("", () => 0);
  const held = `${randomUUID()}.9999999999999`;
  const forged = createHmac("sha256", "").update(`seat:${held}`).digest("base64url");
  expect(() => empty.issue(randomUUID())).toThrow("An empty secret signs nothing.");
  expect(() => empty.read(`${held}.${forged}`, { activities: {} })).toThrow("An empty secret signs nothing.");
  const link = { instructorId: "grace", passwordHash: "hash", expiresAt: 0, by: "owner" } as const;
  expect(() => resetToken("", link)).toThrow("An empty secret signs nothing.");
  expect(() => keyedUuid("", "text")).toThrow("An empty secret signs nothing.");
});
