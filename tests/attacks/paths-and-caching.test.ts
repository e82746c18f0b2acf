import { once } from "node:events";
import { expect, test } from "vitest";
import { halfSent } from "#tests/attacks/raw.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

test("[L22] a path with dot segments, however they are written, is refused before any route or page sees it", async () => {
  const asked: unknown[] = [];
  await using server = await startServer({
    pages(request, response) {
      asked.push(request.url);
      response.writeHead(200).end();
    },
  });
  const statusOf = async (target: string) => {
    const socket = await halfSent(
      server.url,
      `GET ${target} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\n\r\n`,
    );
    const [head] = (await once(socket, "data")) as [Buffer];
    socket.destroy();
    return head.toString("latin1", 9, 12);
  };
  for (const target of [
    "/api/../readyz",
    "/api/%2e%2e/readyz",
    "/api/.%2E/readyz",
    "/api/x/../../readyz?key=1",
    "/api/./debates",
    "/api\\..\\readyz",
    "/s/../host/ABC234",
    "/s/%2e%2e/host/ABC234",
    "/..",
  ])
    expect([target, await statusOf(target)]).toEqual([target, "400"]);
  expect(asked).toEqual([]);
  for (const target of ["/.well-known/security.txt", "/a..b", "/x?back=/../y"])
    expect([target, await statusOf(target)]).toEqual([target, "200"]);
});

test("[L23] no answer to signing in, setting up or a reset is kept by a browser or a proxy", async () => {
  await using server = await startServer();
  const kept = async (path: string, json?: object) => {
    const response = await server.request(path, json && { json });
    return [path, response.headers.get("cache-control")];
  };
  const { email, password } = INSTRUCTOR;
  for (const [path, json] of [
    ["/api/auth/sign-in/email", { email, password }],
    ["/api/auth/sign-in/email", { email, password: "not the password" }],
    ["/api/auth/sign-in/code", { code: "123" }],
    ["/api/auth/get-session", undefined],
    ["/api/setup", { token: "x", name: "Grace", email, password }],
    ["/api/reset", { token: "x", password }],
  ] as const)
    expect(await kept(path, json)).toEqual([path, "no-store"]);
});
