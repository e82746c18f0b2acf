import { describe, expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const FOREIGN = ["https://evil.example", "http://127.0.0.1:1", "null", "https://127.0.0.1.evil.example", "x"];

describe("[W3] a request from another site's page", () => {
  test("writes nothing, whatever cookies it carries", async () => {
    await using server = await startServer();
    const write = (suffix: string, headers: Record<string, string>, method = "POST") =>
      server.asHost(suffix, { method, headers, body: suffix === "" ? null : "{}" });
    for (const origin of FOREIGN) {
      for (const suffix of ["/join", "/ballot"]) {
        const response = await write(suffix, { origin, "content-type": "application/json" });
        expect([origin, response.status]).toEqual([origin, 403]);
        expect(await response.json()).toMatchObject({ error: { code: "forbidden" } });
      }
      expect((await write("", { origin }, "DELETE")).status).toBe(403);
      const signIn = await server.request("/api/auth/sign-in/email", {
        json: { email: "grace@example.org", password: "nanoseconds-1906" },
        headers: { origin },
      });
      expect(signIn.status).toBe(403);
      expect(signIn.headers.get("set-cookie")).toBeNull();
    }
    expect((await write("", { "sec-fetch-site": "cross-site" }, "DELETE")).status).toBe(403);
    expect(await server.database.reader.session.count()).toBe(1);
    expect(await server.database.reader.participant.count()).toBe(0);
  });

  test("opens no socket, by websocket or by polling", async () => {
    await using server = await startServer();
    for (const transport of ["websocket", "polling"] as const)
      for (const origin of FOREIGN)
        await expect(
          server.connect("host", {}, { cookie: server.cookie, headers: { origin }, transports: [transport] }),
        ).rejects.toThrow(/error/u);
    const handshake = await server.request("/socket.io/?EIO=4&transport=polling", {
      headers: { origin: "https://evil.example" },
    });
    expect(handshake.status).toBe(403);
    expect(await handshake.text()).not.toContain("sid");
  });
});

test("[W3] the server's own pages, and programs that name no origin, are let in", async () => {
  await using server = await startServer();
  const origin = server.url;
  const headers = { origin, "sec-fetch-site": "same-origin" };
  expect((await server.asStranger("/join", { json: {}, headers })).status).toBe(201);
  expect((await server.asStranger("/join", { json: {} })).status).toBe(201);
  for (const transport of ["websocket", "polling"] as const) {
    const given = { headers: { origin }, transports: [transport] };
    const host = await server.connect("host", {}, { ...given, cookie: server.cookie });
    await moveTo(host, "before");
    host.close();
  }
});

test("[W3] reading is nobody's secret: a session's card is answered to any site without its cookies", async () => {
  await using server = await startServer();
  const response = await server.asStranger("", { headers: { origin: "https://evil.example" } });
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});
