import type { Socket } from "node:net";
import { beforeEach, expect, test, vi } from "vitest";
import { halfSent } from "#tests/attacks/raw.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

const KIB = 1024;
/** What anyone may send to without having signed in. */
const OPEN = [
  "/api/language",
  "/api/auth/sign-in/email",
  "/api/auth/sign-in/code",
  "/api/setup",
  "/api/reset",
  "/api/invitations/accept",
];

/** The longest text that was parsed, in characters; of the answers that a test reads, none is as long. */
const parsed = { json: 0, form: 0 };
beforeEach(() => {
  Object.assign(parsed, { json: 0, form: 0 });
  const { parse } = JSON;
  vi.spyOn(JSON, "parse").mockImplementation((text: string, ...rest) => {
    parsed.json = Math.max(parsed.json, text.length);
    return parse(text, ...rest);
  });
  const { URLSearchParams: Original } = globalThis;
  vi.stubGlobal(
    "URLSearchParams",
    class extends Original {
      constructor(...[given]: ConstructorParameters<typeof Original>) {
        super(given);
        parsed.form = Math.max(parsed.form, String(given ?? "").length);
      }
    },
  );
});

test("[L17] anyone sends half a megabyte of JSON or of a form to a page for all, and nothing of it is parsed", async () => {
  await using server = await startServer();
  const form = `language=ja&${"a=1&".repeat(128 * KIB)}`;
  const json = JSON.stringify({ token: "x".repeat(512 * KIB - 100) });
  Object.assign(parsed, { json: 0, form: 0 });
  for (const path of OPEN)
    for (const [type, body] of [
      ["application/x-www-form-urlencoded", form],
      ["application/json", json],
    ] as const) {
      const response = await server.request(path, {
        method: "POST",
        headers: { "content-type": type },
        body: body.slice(0, 512 * KIB),
      });
      expect([path, type, response.status]).toEqual([path, type, 413]);
    }
  expect(parsed.json).toBeLessThan(16 * KIB);
  expect(parsed.form).toBeLessThan(16 * KIB);
});

test("[L17] anyone sends a form of thousands of empty fields, and it is refused before it is parsed", async () => {
  await using server = await startServer();
  Object.assign(parsed, { json: 0, form: 0 });
  const response = await server.request("/api/language", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: `language=ja${"&".repeat(15_000)}`,
  });
  expect(response.status).toBe(400);
  expect(parsed.form).toBe(0);
});

test("[L18] one address sends a thousand bodies without their last byte: 8 MB are held, and a student joins", async () => {
  await using server = await startServer();
  const bytes = 16 * KIB;
  const head = `POST /api/language HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`;
  const sockets = await Promise.all(Array.from({ length: 1_000 }, () => halfSent(server.url, head)));
  // Each body holds 16 KB, of which 2 KB are free.
  const held = Math.floor((8 * KIB * KIB) / (bytes - 1 - 2 * KIB));
  let refused = 0;
  for (const socket of sockets) {
    void firstAnswer(socket).then((status) => {
      if (status === 429) refused += 1;
    });
    socket.write("x".repeat(bytes - 1));
  }
  await vi.waitFor(() => expect(refused).toBe(1_000 - held), 20_000);
  const { ticket } = await server.join("Ada");
  expect(ticket).toEqual(expect.any(String));
  for (const socket of sockets) socket.destroy();
});

test("[L19] an instructor sends 4 MB of nested or of countless values, and none of it is parsed", async () => {
  await using server = await startServer();
  const half = 2 * KIB * KIB - 100;
  const hostile = {
    nested: `{"debate":${"[".repeat(half)}${"]".repeat(half)}}`,
    "in a text": `{"debate":["\\"${"[".repeat(100)}",${"[".repeat(half)}${"]".repeat(half)}]}`,
    keys: `{"debate":{${Array.from({ length: 250_000 }, (_, n) => `"k${n}":1`).join(",")}}}`,
    values: `{"debate":[${"0,".repeat(half - 100)}0]}`,
  };
  Object.assign(parsed, { json: 0, form: 0 });
  for (const [what, body] of Object.entries(hostile)) {
    const response = await savedDebate(server, body);
    expect([what, response.status]).toEqual([what, 400]);
  }
  expect(parsed.json).toBeLessThan(KIB);
  // As long a text in one value is parsed, and refused by its length.
  const long = JSON.stringify({ debate: { resolution: '[{"'.repeat(KIB * KIB * 0.6) } });
  expect((await savedDebate(server, long)).status).toBe(413);
});

const savedDebate = (server: TestServer, body: string) =>
  server.request("/api/debates", {
    method: "POST",
    headers: { cookie: server.cookie, "content-type": "application/json" },
    body,
  });

test("[L30] an instructor saves eight debates of 300 KB at once, and a colleague who then saves one waits for two of them", async () => {
  await using server = await startServer();
  const colleague = await server.colleague();
  // Refused by its length, once it was parsed.
  const body = JSON.stringify({ debate: { resolution: "x".repeat(300 * KIB) } });
  const answered: string[] = [];
  const save = async (who: string, cookie: string) => {
    const headers = { cookie, "content-type": "application/json" };
    const { status } = await server.request("/api/debates", { method: "POST", headers, body });
    expect(status).toBe(413);
    answered.push(who);
  };
  const own = Array.from({ length: 8 }, () => save("instructor", server.cookie));
  await vi.waitFor(() => expect(answered).toHaveLength(1), 10_000);
  await save("colleague", colleague);
  // The first had been answered, and one was being read.
  expect(answered.indexOf("colleague")).toBeLessThanOrEqual(3);
  await Promise.all(own);
});

test("[L18] an instructor sends three files of 20 MB at once, and the third is not held; a colleague's is read", async () => {
  await using server = await startServer();
  const colleague = await server.colleague();
  const bytes = 20 * KIB * KIB;
  const head = (cookie: string) =>
    `POST /api/debates/import/preview HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes}\r\n\r\n`;
  const body = Buffer.alloc(bytes, "x");
  const unfinished = await Promise.all(
    Array.from({ length: 2 }, () => halfSent(server.url, head(server.cookie))),
  );
  await Promise.all(unfinished.map((socket) => written(socket, body.subarray(0, -1))));
  const [third, other] = await Promise.all([
    halfSent(server.url, head(server.cookie)),
    halfSent(server.url, head(colleague)),
  ]);
  const answers = [third, other].map(firstAnswer);
  await Promise.all([third, other].map((socket) => written(socket, body)));
  // The colleague's is held whole, and then found to be no form.
  expect(await Promise.all(answers)).toEqual([429, 400]);
  for (const socket of [...unfinished, third, other]) socket.destroy();
});

test("[L18] an instructor leaves in the middle of file after file, and the room is free for the next", async () => {
  await using server = await startServer();
  const bytes = 20 * KIB * KIB;
  const head = `POST /api/debates/import/preview HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nCookie: ${server.cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes}\r\n\r\n`;
  for (let file = 0; file < 4; file += 1) {
    const socket = await halfSent(server.url, head);
    await written(socket, Buffer.alloc(bytes - 1, "x"));
    socket.destroy();
  }
  await vi.waitFor(async () => {
    const response = await server.request("/api/debates/import/preview", {
      method: "POST",
      headers: { cookie: server.cookie },
      body: formWith(Buffer.alloc(bytes, "\u0000")),
    });
    expect(response.status).toBe(415);
  }, 20_000);
});

const firstAnswer = (socket: Socket): Promise<number> =>
  new Promise((resolve) => socket.once("data", (head) => resolve(Number(head.toString("latin1", 9, 12)))));

const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => socket.write(bytes, () => resolve()));
