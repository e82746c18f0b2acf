import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { SOCKET_PATH } from "#server/sockets/sockets.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A request as it is written, and all of its answer. */
async function raw({ url }: TestServer, path: string, headers: Record<string, string>, method = "GET") {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({ ...headers, connection: "close" }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write(`${[`${method} ${path} HTTP/1.1`, ...lines].join("\r\n")}\r\n\r\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const [head = "", body = ""] = Buffer.concat(chunks).toString().split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body };
}

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

test("[O7] with PUBLIC_URL that is the only origin, whatever Host says", async () => {
  const publicUrl = "https://debate.example.org";
  await using server = await startServer({ publicUrl });
  const join = (origin: string) => server.asStranger("/join", { json: {}, headers: { origin } });
  for (const origin of [server.url, "http://debate.example.org", `${publicUrl}:8443`, "null"])
    expect([origin, (await join(origin)).status]).toEqual([origin, 403]);
  expect((await join(publicUrl)).status).toBe(201);
});

describe("[O8] a foreign Host header", () => {
  const HEALTH = ["/healthz", "/readyz", "/metrics"];
  const publicUrl = "https://debate.example.org";

  test("with PUBLIC_URL is refused with 421, except for health and metrics", async () => {
    let made = 0;
    const pages = (_: unknown, response: { end(body: string): void }) => {
      made += 1;
      response.end("a page");
    };
    await using server = await startServer({ publicUrl, pages });
    const paths = ["/", "/sign-in", `/s/${server.session.code}`, "/api/nothing"];
    for (const host of [
      "evil.example",
      "debate.example.org.evil.example",
      "debate.example.org:81",
      "192.0.2.1",
    ]) {
      for (const path of paths) {
        const { status, head, body } = await raw(server, path, { host });
        expect([host, path, status]).toEqual([host, path, 421]);
        expect(head).toContain("text/plain");
        expect(body).toContain(publicUrl);
        expect(body).not.toContain(host);
      }
      for (const path of HEALTH)
        expect([path, (await raw(server, path, { host })).status]).toEqual([path, 200]);
      const socket = await raw(server, `${SOCKET_PATH}/?EIO=4&transport=polling`, { host });
      expect([socket.status, socket.body.includes("sid")]).toEqual([403, false]);
    }
    expect((await raw(server, "/api/auth/sign-in/email", { host: "evil.example" }, "POST")).status).toBe(421);
    expect(made).toBe(0);
    expect((await raw(server, "/", { host: "debate.example.org" })).status).toBe(200);
    expect(made).toBe(1);
  });

  test("without PUBLIC_URL appears in no link", async () => {
    await using server = await startServer({ settings: { entry: "personal" } });
    const { port } = new URL(server.url);
    const { code } = server.session;
    const answers = async (host: string, extra: Record<string, string> = {}) => {
      const headers = { host, cookie: server.cookie, "content-length": "0", ...extra };
      const made = await Promise.all([
        raw(server, `/api/sessions/${code}/links/screen`, headers, "POST"),
        raw(server, "/api/invitations", headers, "POST"),
        raw(server, "/api/account/code", headers, "POST"),
        raw(server, `/api/sessions/${code}/passes?format=csv`, headers),
      ]);
      const asked = new Headers({ host, cookie: server.cookie, ...extra });
      const pages = [
        await server.app.pageApi.host(asked, code),
        await server.app.pageApi.screen(asked, code, undefined),
        await server.app.pageApi.passes(asked, code),
      ];
      expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 200]);
      expect(pages.every(({ ok }) => ok)).toBe(true);
      return [...made.map(({ body }) => body), ...pages.map((page) => JSON.stringify(page))];
    };
    await server.asHost("/passes", { json: { count: 1 } });
    for (const host of ["evil.example", `evil.example:${port}`])
      for (const said of [{}, { "x-forwarded-host": "evil.example" }]) {
        const told = await answers(host, said as Record<string, string>);
        expect(told.filter((each) => each.includes("evil.example"))).toEqual([]);
        expect(told.filter((each) => !each.includes(`http://localhost:${port}`))).toEqual([]);
      }
    expect((await answers(`127.0.0.1:${port}`)).filter((each) => !each.includes(server.url))).toEqual([]);
  });
});
