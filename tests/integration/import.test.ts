import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { FILE_FORMAT, FILE_VERSION } from "#debate/content/debate-file.ts";
import { readNewsletter } from "#debate/content/newsletter.ts";
import { docxOf, htmlOf, pdfOf } from "#tests/support/documents.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

const upload = (
  server: TestServer,
  form: FormData,
  {
    path = "/import",
    method = "POST",
    cookie = server.cookie,
    signal,
  }: { path?: string; method?: string; cookie?: string; signal?: AbortSignal } = {},
) =>
  server.request(`/api/debates${path}`, {
    method,
    headers: { cookie },
    body: form,
    ...(signal && { signal }),
  });

const DRAFT = readNewsletter(OWN);
const draft = DRAFT.ok ? DRAFT.draft : undefined;

describe("[U1] [U11] a file", () => {
  test("is stored as a debate with its warnings, and downloaded by its owner only, byte for byte, until the debate is deleted", async () => {
    await using server = await startServer();
    const bytes = docxOf(OWN, randomBytes(1_500_000));
    const response = await upload(server, formWith(bytes, "港の論題 (2).docx"));
    expect(response.status).toBe(201);
    const { debate, warnings } = await response.json();
    expect(debate).toEqual({ id: debate.id, ...draft });
    expect(warnings).toContainEqual(expect.objectContaining({ code: "sides-follow-order" }));

    const path = `/api/debates/${debate.id}/source`;
    const source = await server.request(path, { headers: { cookie: server.cookie } });
    expect(source.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("港の論題 ")}%282%29.docx`,
    );
    expect(source.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await source.arrayBuffer()).equals(bytes)).toBe(true);
    const colleague = await server.colleague();
    expect((await server.request(path, { headers: { cookie: colleague } })).status).toBe(404);

    const data = await (
      await server.request("/api/account/data", { headers: { cookie: server.cookie } })
    ).json();
    expect(data.files).toEqual([{ debateId: debate.id, name: "港の論題 (2).docx", path }]);
    await server.request(`/api/debates/${debate.id}`, {
      method: "DELETE",
      headers: { cookie: server.cookie },
    });
    expect(await server.database.reader.debateSource.count()).toBe(0);
  });

  test("is read without storing anything, and kept with the debate that is made of it", async () => {
    // In development what reads it is TypeScript, too.
    await using server = await startServer({ fileChild: "server/files/file-child.ts" });
    const form = formWith(htmlOf(OWN), "page.html");
    const preview = await upload(server, form, { path: "/import/preview" });
    expect(preview.status).toBe(200);
    expect(await preview.json()).toMatchObject({
      kind: "html",
      marked: true,
      remarks: [],
      text: expect.stringMatching(/^# RESOLVED: /),
    });
    expect(await server.database.reader.debate.count()).toBe(0);

    const headers = { cookie: server.cookie };
    const { debate } = await (
      await server.request("/api/debates", { json: { debate: draft }, headers })
    ).json();
    const options = { path: `/${debate.id}/source`, method: "PUT" };
    expect((await upload(server, form, options)).status).toBe(204);
    expect((await upload(server, form, { ...options, cookie: await server.colleague() })).status).toBe(404);
    const source = await server.request(`/api/debates/${debate.id}/source`, { headers });
    // Never a page of this site.
    expect(source.headers.get("content-type")).toBe("application/octet-stream");
    expect(await source.text()).toBe(htmlOf(OWN));
  });

  test("of a kind that is not read is refused as 415, one that is no debate as 422, too large a one as 413, and none is stored", async () => {
    await using server = await startServer();
    const answers: unknown[] = [];
    for (const [content, name] of [
      [randomBytes(5_000), "a.docx"],
      ["milk\neggs", "list.txt"],
      [pdfOf([[]]), "scan.pdf"],
      [Buffer.alloc(20 * 1024 * 1024 + 1, " "), "large.docx"],
    ] as const) {
      const response = await upload(server, formWith(content, name));
      const { error } = await response.json();
      answers.push([response.status, error.code, error.fields.map(({ code }: { code: string }) => code)]);
    }
    expect(answers).toEqual([
      [415, "malformed", ["wrong-type"]],
      [422, "malformed", ["no-resolution", "no-positions"]],
      [422, "malformed", ["scanned"]],
      [422, "malformed", ["file-too-large"]],
    ]);
    expect(await server.database.reader.debate.count()).toBe(0);
  });
});

describe("[U11] a file in place of an earlier one", () => {
  const sourceOf = (server: TestServer, id: string) =>
    server.request(`/api/debates/${id}/source`, { headers: { cookie: server.cookie } });

  async function debateWithFile(server: TestServer, content: string): Promise<string> {
    const headers = { cookie: server.cookie };
    const saved = await server.request("/api/debates", { json: { debate: draft }, headers });
    const { id } = (await saved.json()).debate;
    expect((await replace(server, id, content)).status).toBe(204);
    return id;
  }

  const replace = (server: TestServer, id: string, content: string) =>
    upload(server, formWith(content, "page.html"), { path: `/${id}/source`, method: "PUT" });

  test("that can't be stored leaves the earlier one", async () => {
    await using server = await startServer({ engine: "sqlite" });
    const id = await debateWithFile(server, htmlOf(OWN));
    await server.database.write(
      (transaction) => transaction.$executeRaw`CREATE TRIGGER "fails" BEFORE INSERT ON "debate_source"
        BEGIN SELECT RAISE(ABORT, 'not stored'); END`,
    );
    expect((await replace(server, id, htmlOf(`${OWN} Again.`))).status).toBe(500);
    expect(await (await sourceOf(server, id)).text()).toBe(htmlOf(OWN));
  });

  test("[G10] overwrites what it replaces, in the journal, too, once that is emptied", async () => {
    await using server = await startServer({ engine: "sqlite" });
    const stored = async () => {
      const files = await readdir(server.folder);
      return Buffer.concat(await Promise.all(files.map((file) => readFile(path.join(server.folder, file)))));
    };
    const words = "wharves-and-cranes ";
    const id = await debateWithFile(server, htmlOf(`${OWN}\n${words.repeat(2_000)}`));
    expect((await stored()).includes(words)).toBe(true);
    expect((await replace(server, id, htmlOf(OWN))).status).toBe(204);
    await server.database.scrub();
    expect((await stored()).includes(words)).toBe(false);
    expect(await (await sourceOf(server, id)).text()).toBe(htmlOf(OWN));
    expect(await server.database.reader.debateSource.count()).toBe(1);
  });
});

test("[L16] [U11] a file for another's debate is not read, and the 21st in a minute is answered `too-many`", async () => {
  await using server = await startServer();
  const put = (id: string, cookie: string) =>
    server.request(`/api/debates/${id}/source`, { method: "PUT", headers: { cookie } });
  const headers = { cookie: server.cookie };
  const debate = (await (await server.request("/api/debates", { json: { debate: draft }, headers })).json())
    .debate;
  // There is no form in it, which is seen once it is read.
  expect((await put(debate.id, await server.colleague())).status).toBe(404);
  for (let tried = 1; tried <= 20; tried += 1) expect((await put(debate.id, server.cookie)).status).toBe(400);
  expect((await put(debate.id, server.cookie)).status).toBe(429);
});

test("[U8] a pasted text of more than 50,000 characters is read in a process of its own, too", async () => {
  // This one fails.
  await using server = await startServer({ fileChild: "tests/support/file-child.mjs" });
  const fieldsOf = async (text: string) => {
    const answer = await server.request("/api/debates/import", {
      json: { text },
      headers: { cookie: server.cookie },
    });
    return (await answer.json()).error.fields.map(({ code }: { code: string }) => code);
  };
  expect(await fieldsOf("broken".padEnd(50_000))).toEqual(["no-resolution", "no-positions"]);
  expect(await fieldsOf("broken".padEnd(50_001))).toEqual(["too-hard"]);
});

test("[U10] a form with no file, with two, or with another field beside it is malformed", async () => {
  await using server = await startServer();
  const besides = formWith("one");
  besides.append("more", "another field");
  const two = formWith("one");
  two.append("file", new Blob(["two"]), "two.txt");
  const named = new FormData();
  named.set("files", new Blob(["one"]), "one.txt");
  for (const form of [new FormData(), besides, two, named])
    expect((await upload(server, form)).status).toBe(400);
});

/** Uploads from another process, so that nothing but the server is in this one's event loop. */
async function uploadFromElsewhere(
  server: TestServer,
  bytes: Buffer,
  name: string,
  onStarted = () => undefined as unknown,
): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-upload-"));
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  const script = `const form = new FormData();
    const [, file, address, cookie] = process.argv;
    form.set("file", new Blob([require("node:fs").readFileSync(file)]), require("node:path").basename(file));
    fetch(address, { method: "POST", headers: { cookie }, body: form }).then(({ status }) => console.log(status));`;
  const parameters = ["-e", script, file, `${server.url}/api/debates/import`, server.cookie];
  const running = promisify(execFile)(process.execPath, parameters);
  // Starting a process holds the event loop, too; its own start takes longer than this.
  await pause(20);
  onStarted();
  const { stdout } = await running;
  await rm(folder, { recursive: true });
  return Number(stdout);
}

/** 50 pages in two columns of 52 lines, with running lines. */
function fiftyPages(): Buffer {
  const words = OWN.replace(/[^\x20-\x7e]/g, " ").split(/\s+/);
  const lineAt = (at: number) =>
    Array.from({ length: 8 }, (_, n) => words[(at + n) % words.length]).join(" ");
  const column = (x: number, page: number) =>
    Array.from({ length: 52 }, (_, n) => ({ text: lineAt((page * 52 + n + x) * 8), x, y: 780 - 14 * n }));
  return pdfOf(
    Array.from({ length: 50 }, (_, page) => [
      { text: "The School Paper", x: 250, y: 815 },
      ...column(50, page),
      ...column(310, page),
      { text: `${page + 1}`, x: 290, y: 30 },
    ]),
  );
}

/** Exported debates in Japanese, with so many paragraphs a side of so many characters, and versions. */
function exportedWith(count: number, paragraphs: number, characters: number, versions = 0): string {
  const text = "港は静かに。町の人々の“海”は、深く青い。".repeat(300).slice(0, characters);
  const texts = Array.from({ length: paragraphs }, () => text);
  const positions = draft?.positions.map((position) => ({
    ...position,
    paragraphs: texts.map((text, index) => ({ n: index + 1, text })),
  }));
  const debate = {
    ...draft,
    positions,
    ...(versions > 0 && {
      versions: Array.from({ length: versions }, (_, n) => ({
        id: `v${n}`,
        label: "V",
        for: texts,
        against: texts,
      })),
    }),
  };
  return JSON.stringify({
    format: FILE_FORMAT,
    version: FILE_VERSION,
    debates: Array.from({ length: count }, () => debate),
  });
}

// Times depend on what else the machine does; docs/performance.md has the figures.
describe.runIf(process.env.MEASURE)("[U8] measured", () => {
  test("how long the event loop is held while 20 MB are uploaded, read and kept", async () => {
    await using server = await startServer();
    await uploadFromElsewhere(server, docxOf(OWN), "first.docx");
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const large = docxOf(OWN, randomBytes(19 * 1024 * 1024));
    expect(await uploadFromElsewhere(server, large, "large.docx", () => delay.enable())).toBe(201);
    delay.disable();
    process.stdout.write(`longest hold: ${Math.round(delay.max / 1e6)} ms\n`);
    expect(delay.max / 1e6).toBeLessThan(50);
  });

  test("how long the event loop is held while exported debates are imported", async () => {
    await using server = await startServer();
    await uploadFromElsewhere(server, Buffer.from(exportedWith(1, 2, 1)), "first.json");
    const held: number[] = [];
    // One debate at all its limits, and a series of 6 million characters.
    for (const text of [exportedWith(1, 80, 6_000, 4), exportedWith(200, 20, 760)]) {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      const file = Buffer.from(text);
      expect(await uploadFromElsewhere(server, file, "debates.json", () => delay.enable())).toBe(201);
      delay.disable();
      held.push(Math.round(delay.max / 1e6));
    }
    process.stdout.write(`longest hold: ${held.join(" and ")} ms\n`);
    expect(Math.max(...held)).toBeLessThan(50);
  });

  test("a PDF of 50 pages takes at most five seconds and 300 MB", async () => {
    await using server = await startServer();
    const pdf = fiftyPages();
    const before = process.memoryUsage().rss;
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const start = performance.now();
    const response = await upload(server, formWith(pdf, "fifty.pdf"), { path: "/import/preview" });
    const { text } = await response.json();
    clearInterval(watching);
    const seconds = (performance.now() - start) / 1_000;
    const memory = (most - before) / 1e6;
    process.stdout.write(`${text.length} characters: ${seconds.toFixed(1)} s, ${Math.round(memory)} MB\n`);
    expect(seconds).toBeLessThan(5);
    expect(memory).toBeLessThan(300);
  });
});
