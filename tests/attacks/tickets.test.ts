import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** One byte changed, something added or taken away, halves exchanged, signed with another secret. */
function forgeries(mine: string, other: string): string[] {
  const [id = "", signature = ""] = mine.split(".");
  const [otherId = "", otherSignature = ""] = other.split(".");
  const flip = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  const signed = (secret: string, text: string) =>
    createHmac("sha256", secret).update(text).digest("base64url");
  return [
    ...Array.from(mine, (_, at) => flip(mine, at)).filter((forged) => forged !== mine),
    `${id}.${otherSignature}`,
    `${otherId}.${signature}`,
    `${signature}.${id}`,
    `${id}.`,
    `.${signature}`,
    id,
    `${mine}.${mine}`,
    `${mine}.`,
    `${mine}=`,
    ` ${mine} x`,
    `${id.toUpperCase()}.${signature}`,
    `${id}.${signature.toLowerCase()}`,
    `${id}.${signed("", `seat:${id}`)}`,
    `${id}.${signed("the wrong secret of thirty-two characters", `seat:${id}`)}`,
    `${id}.${signed("a secret of the tests, the same after a restart", id)}`,
    `${id}.${Buffer.from(signature, "base64url").toString("hex")}`,
  ];
}

test("[W3] a tampered or swapped ticket opens no socket and casts no ballot, as ticket or as cookie", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "before");
  const { code } = server.session;
  const [mine, other] = [await server.join(), await server.join()];
  const forged = forgeries(mine.ticket, other.ticket);
  expect(forged.length).toBeGreaterThan(80);
  for (const ticket of forged) {
    const headers = { cookie: `seat-${code}=${ticket}` };
    const response = await server.asStranger("/ballot", { json: ballot("for"), headers });
    expect([response.status, (await response.json()).error.code], ticket).toEqual([401, "unauthorized"]);
  }
  for (const ticket of forged.filter((_, n) => n % 8 === 0 || n > 75)) {
    await expect(server.connect("student", { ticket }), ticket).rejects.toMatchObject({
      code: "unauthorized",
    });
    const cookie = `seat-${code}=${ticket}`;
    await expect(server.connect("student", {}, { cookie })).rejects.toMatchObject({ code: "unauthorized" });
  }
  expect(await server.database.reader.ballot.count()).toBe(0);
  const seat = await server.connect("student", { ticket: mine.ticket });
  expect(await seat.send("ballot:cast", ballot("for"))).toMatchObject(OK);
});

test("[B6] a ticket is good in its own session only, whatever the cookie is called", async () => {
  await using server = await startServer();
  const there = await server.open();
  const seat = await server.join(undefined, there.code);
  const { code } = server.session;
  for (const cookie of [`seat-${code}=${seat.ticket}`, `seat-${there.code}=${seat.ticket}`]) {
    const response = await server.asStranger("/ballot", { json: ballot("for"), headers: { cookie } });
    expect(response.status).toBe(401);
    await expect(server.connect("student", {}, { cookie })).rejects.toMatchObject({ code: "unauthorized" });
  }
  const asked = server.connect("student", { code, ticket: seat.ticket });
  await expect(asked).rejects.toMatchObject({ code: "unauthorized" });
});

test("[W3] no text that is no ticket is taken for one", async () => {
  await using server = await startServer();
  const { code } = server.session;
  const text = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.constantFrom("%", "%E0%A4%A", "..", '"', "\\", "a=b=c"),
  );
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      const value = typed.replace(/[^\x21-\x7e]/gu, "%");
      const headers = { cookie: `seat-${code}=${value}; seat-${code}=; =x; ;` };
      const response = await server.asStranger("/ballot", { json: ballot("for"), headers });
      expect(response.status).toBe(401);
    }),
    { numRuns: 150 },
  );
});

test("[W3] an instructor's cookie that was changed, cut or signed out is none", async () => {
  await using server = await startServer();
  const [name = "", value = ""] = (server.cookie.split("; ")[0] ?? "").split(/=(.*)/su);
  const flipped = (at: number) => value.slice(0, at) + (value[at] === "A" ? "B" : "A") + value.slice(at + 1);
  const forged = [
    ...Array.from({ length: 20 }, (_, n) => flipped(n * 3)),
    value.slice(0, -4),
    "",
    "x.y",
    value.split(".")[0],
  ];
  for (const each of forged) {
    const headers = { cookie: `${name}=${each}` };
    const asked = await server.request("/api/debates", { headers });
    expect([asked.status, each]).toEqual([401, each]);
  }
  const other = await server.signIn();
  await server.request("/api/auth/sign-out", { method: "POST", json: {}, headers: { cookie: other } });
  expect((await server.request("/api/debates", { headers: { cookie: other } })).status).toBe(401);
  expect((await server.request("/api/debates", { headers: { cookie: server.cookie } })).status).toBe(200);
});
