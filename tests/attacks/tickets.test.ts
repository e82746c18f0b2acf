import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const SECRET = "a secret of the tests, the same after a restart";
const DAY = 24 * 60 * 60 * 1_000;

/** Tampered tickets: a byte changed, added or removed, parts exchanged, a later expiry, another secret. */
function forgeries(mine: string, other: string): string[] {
  const [id = "", end = "", signature = ""] = mine.split(".");
  const [otherId = "", otherEnd = "", otherSignature = ""] = other.split(".");
  const held = `${id}.${end}`;
  const flip = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  const signed = (secret: string, text: string) =>
    createHmac("sha256", secret).update(text).digest("base64url");
  return [
    ...Array.from(mine, (_, at) => flip(mine, at)).filter((forged) => forged !== mine),
    `${held}.${otherSignature}`,
    `${otherId}.${otherEnd}.${signature}`,
    `${otherId}.${end}.${signature}`,
    `${id}.${Number(end) + 1}.${signature}`,
    `${id}.${end}0.${signature}`,
    `${id}.Infinity.${signature}`,
    `${id}..${signature}`,
    `${end}.${id}.${signature}`,
    `${signature}.${held}`,
    `${held}.`,
    `.${end}.${signature}`,
    held,
    id,
    // Without an expiry: the server never makes such a ticket.
    `${id}.${signature}`,
    `${id}.${signed(SECRET, `seat:${id}`)}`,
    `${mine}.${mine}`,
    `${mine}.`,
    `${mine}=`,
    ` ${mine} x`,
    `${id.toUpperCase()}.${end}.${signature}`,
    `${held}.${signature.toLowerCase()}`,
    `${held}.${signed("", `seat:${held}`)}`,
    `${held}.${signed("the wrong secret of thirty-two characters", `seat:${held}`)}`,
    `${held}.${signed(SECRET, held)}`,
    `${held}.${Buffer.from(signature, "base64url").toString("hex")}`,
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
  for (const ticket of forged.filter((_, n) => n % 8 === 0 || n > 85)) {
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

test("[J2] [W3] a ticket is refused after 180 days by the server's clock, whatever the phone kept; a join renews it", async () => {
  let now = Date.now();
  await using server = await startServer({ clock: () => now });
  await moveTo(await server.connect("host"), "before");
  const { code } = server.session;
  const cookie = ({ ticket }: { ticket: string }) => ({ cookie: `seat-${code}=${ticket}` });
  const cast = async (seat: { ticket: string }, seq: number) => {
    const json = ballot("for", "before", seq);
    return (await server.asStranger("/ballot", { json, headers: cookie(seat) })).status;
  };
  const seat = await server.join();
  now += 180 * DAY - 1;
  expect(await cast(seat, 1)).toBe(200);
  const connected = await server.connect("student", { ticket: seat.ticket });
  const again = await server.asStranger("/join", { json: {}, headers: cookie(seat) });
  expect(again.status).toBe(200);
  const renewed = (await again.json()) as { participantId: string; ticket: string };
  expect(renewed.participantId).toBe(seat.participantId);
  now += 1;
  expect(await cast(seat, 2)).toBe(401);
  await expect(server.connect("student", { ticket: seat.ticket })).rejects.toMatchObject({
    code: "unauthorized",
  });
  await expect(server.connect("student", {}, cookie(seat))).rejects.toMatchObject({ code: "unauthorized" });
  // Connected students stay, and so does one who has joined again.
  expect(await connected.send("ballot:cast", ballot("for", "before", 3))).toMatchObject(OK);
  expect(await cast(renewed, 4)).toBe(200);
  now += 180 * DAY;
  expect(await cast(renewed, 5)).toBe(401);
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

test("[W3] an instructor's cookie that was changed, cut short or signed out is refused", async () => {
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

test("[W3] an expired sign-in of an instructor is refused, whatever the cookie says", async () => {
  await using server = await startServer();
  const headers = { cookie: server.cookie };
  const ending = (expiresAt: Date) =>
    server.database.write((transaction) => transaction.signIn.updateMany({ data: { expiresAt } }));
  await ending(new Date(Date.now() + 60_000));
  expect((await server.request("/api/debates", { headers })).status).toBe(200);
  await ending(new Date(Date.now() - 1));
  expect((await server.request("/api/debates", { headers })).status).toBe(401);
  expect((await server.asHost("/passes?format=json")).status).toBe(401);
  await expect(server.connect("host")).rejects.toMatchObject({ code: "unauthorized" });
});
