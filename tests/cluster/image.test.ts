import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { makeImage } from "#tests/cluster/image.ts";
import { Client } from "#tests/support/client.ts";
import { freePort } from "#tests/support/engines.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { CREDENTIALS, cookiesOf } from "#tests/support/requests.ts";

const MADE_WITHIN = 120_000;
const FOR_GOOD = "public, max-age=31536000, immutable";

/** Requests a path exactly as written; `fetch` would normalize it. */
async function statusOf(port: number, target: string): Promise<number | undefined> {
  const [answer] = (await once(get({ host: "127.0.0.1", port, path: target }), "response")) as [
    IncomingMessage,
  ];
  answer.resume();
  return answer.statusCode;
}

test(
  "the image holds everything a lesson needs, and its program can write only to its data folder",
  async () => {
    using image = makeImage();
    const port = await freePort();
    const variables: NodeJS.ProcessEnv = {
      NODE_ENV: "test", // the image says otherwise
      PATH: process.env.PATH ?? "",
      ...image.variables,
      PORT: String(port),
      INSTRUCTOR_EMAIL: CREDENTIALS.email,
      INSTRUCTOR_PASSWORD: CREDENTIALS.password,
    };
    const isHealthy = async () => {
      const [check = "", ...rest] = image.health;
      const asking = spawn(check, rest, { cwd: image.root, env: variables, ...image.user });
      return (await once(asking, "exit"))[0] === 0;
    };
    expect(await isHealthy()).toBe(false);
    // A server without Redis still stores, and must not be restarted because of it.
    for (const [failing, healthy] of [
      [["redis"], true],
      [["database"], false],
      [["database", "redis"], false],
    ] as const) {
      const server = createServer((_, response) =>
        response.writeHead(503).end(JSON.stringify({ ok: false, failing })),
      );
      await once(server.listen(port, "127.0.0.1"), "listening");
      expect([failing, await isHealthy()]).toEqual([failing, healthy]);
      server.close();
      await once(server, "close");
    }
    const [program = "", ...parameters] = image.start;
    const child = spawn(program, parameters, {
      cwd: image.root,
      env: variables,
      ...image.user,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    const ready = new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        printed += chunk;
        if (printed.includes("Resolved is ready")) resolve();
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", () => reject(new Error(printed)));
    });
    try {
      await ready;
      expect(await isHealthy()).toBe(true);
      const url = `http://127.0.0.1:${port}`;
      const ask = (target: string, body?: object, cookie = "") =>
        fetch(url + target, {
          ...(body && { method: "POST", body: JSON.stringify(body) }),
          headers: {
            "content-type": "application/json",
            "accept-encoding": "br",
            origin: url,
            cookie,
          },
        });
      const signedIn = await ask("/api/auth/sign-in/email", CREDENTIALS);
      const cookie = cookiesOf(signedIn);
      const { debates } = (await (await ask("/api/debates", undefined, cookie)).json()) as {
        debates: { id: string }[];
      };
      const opened = await ask("/api/sessions", { debateId: debates[0]?.id }, cookie);
      const { code, urls } = (await opened.json()) as { code: string; urls: Record<string, string> };

      // Pages, their parts, and what they are made of: styles, fonts and scripts.
      for (const page of ["/", new URL(urls.host ?? "").pathname, new URL(urls.join ?? "").pathname]) {
        const response = await ask(page, undefined, cookie);
        expect([page, response.status]).toEqual([page, 200]);
        const parts = (await response.text()).matchAll(/(?:src|href)="(\/_next\/static\/[^"?]+)/gu);
        for (const part of new Set(Array.from(parts, ([, part]) => part ?? ""))) {
          const answer = await ask(part);
          const { headers } = answer;
          expect([part, answer.status, headers.get("cache-control")]).toEqual([part, 200, FOR_GOOD]);
          if (/\.(?:js|css)$/u.test(part))
            expect([part, headers.get("content-encoding")]).toEqual([part, "br"]);
          expect((await answer.text()).length).toBeGreaterThan(100);
        }
      }
      // [L22]
      for (const elsewhere of [
        "/_next/static/../BUILD_ID",
        "/_next/static/%2e%2e/BUILD_ID",
        "/../package.json",
      ])
        expect([elsewhere, await statusOf(port, elsewhere)]).toEqual([elsewhere, 400]);

      const joined = (await (await ask(`/api/sessions/${code}/join`, {})).json()) as { ticket: string };
      const student = new Client(url, { auth: { code, ticket: joined.ticket } });
      const host = new Client(url, { auth: { code, as: "host" }, cookie });
      await Promise.all([student.connected(), host.connected()]);
      await moveTo(host, "before");
      expect(await student.send("ballot:cast", ballot("for"))).toMatchObject(OK);
      for (const client of [student, host]) client.close();

      // A long text is read in a process of its own.
      const imported = await ask("/api/debates/import", { text: "milk and eggs\n".repeat(5_000) }, cookie);
      expect(await imported.json()).toMatchObject({
        error: { fields: [{ code: "no-resolution" }, { code: "no-positions" }] },
      });

      const backup = ["server/launch/backup.mjs", "data/backup"];
      const backedUp = spawnSync(program, backup, { cwd: image.root, env: variables, ...image.user });
      expect([backedUp.status, String(backedUp.stdout)]).toEqual([
        0,
        expect.stringContaining("and 1 ballot,"),
      ]);
      const reset = ["server/launch/reset-password.mjs", "nobody@example.org"];
      const refused = spawnSync(program, reset, { cwd: image.root, env: variables, ...image.user });
      expect(String(refused.stderr)).toContain("has the address nobody@example.org");
    } finally {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    }
    expect(child.exitCode).toBe(0);
    expect(printed).not.toMatch(/EACCES|EROFS|Cannot find/u);
  },
  MADE_WITHIN,
);
