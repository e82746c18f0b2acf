import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
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
    const source = await server.asInstructor(path);
    expect(source.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("港の論題 ")}%282%29.docx`,
    );
    expect(source.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await source.arrayBuffer()).equals(bytes)).toBe(true);
    const colleague = await server.colleague();
    expect((await server.request(path, { headers: { cookie: colleague } })).status).toBe(404);

    const data = await (await server.asInstructor("/api/account/data")).json();
    expect(data.files).toEqual([{ debateId: debate.id, name: "港の論題 (2).docx", path }]);
    await server.asInstructor(`/api/debates/${debate.id}`, {
      method: "DELETE",
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

    const { debate } = await (await server.asInstructor("/api/debates", { json: { debate: draft } })).json();
    const options = { path: `/${debate.id}/source`, method: "PUT" };
    expect((await upload(server, form, options)).status).toBe(204);
    expect((await upload(server, form, { ...options, cookie: await server.colleague() })).status).toBe(404);
    const source = await server.asInstructor(`/api/debates/${debate.id}/source`);
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
  const sourceOf = (server: TestServer, id: string) => server.asInstructor(`/api/debates/${id}/source`);

  async function debateWithFile(server: TestServer, content: string): Promise<string> {
    const saved = await server.asInstructor("/api/debates", { json: { debate: draft } });
    const { id } = (await saved.json()).debate;
    expect((await replace(server, id, content)).status).toBe(204);
    return id;
  }

  const replace = (server: TestServer, id: string, content: string) =>
    upload(server, formWith(content, "page.html"), { path: `/${id}/source`, method: "PUT" });

  test("that can't be stored leaves the earlier one", async () => {
    await using server = await startServer({ fresh: true });
    const id = await debateWithFile(server, htmlOf(OWN));
    await server.database.write(
      (transaction) => transaction.$executeRaw`CREATE TRIGGER "fails" BEFORE INSERT ON "debate_source"
        BEGIN SELECT RAISE(ABORT, 'not stored'); END`,
    );
    expect((await replace(server, id, htmlOf(`${OWN} Again.`))).status).toBe(500);
    expect(await (await sourceOf(server, id)).text()).toBe(htmlOf(OWN));
  });

  test("[G10] overwrites what it replaces, in the journal, too, once that is emptied", async () => {
    await using server = await startServer({ fresh: true });
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
  const debate = (await (await server.asInstructor("/api/debates", { json: { debate: draft } })).json())
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
    const answer = await server.asInstructor("/api/debates/import", {
      json: { text },
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
