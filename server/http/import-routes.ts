import { type Context, Hono, type Next } from "hono";
import type { Debate, DebateDraft } from "#debate/content/debate.ts";
import type { FileFault } from "#debate/content/file-remarks.ts";
import { readImported } from "#debate/content/imported.ts";
import type { Missing, Warning } from "#debate/content/newsletter-remarks.ts";
import { ImportRequest } from "#debate/protocol/messages.ts";
import { type Result, tooOften } from "#debate/rules/result.ts";
import { kindOf } from "#server/files/file-kind.ts";
import type { FileReader } from "#server/files/file-reader.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { DEBATE_BYTES } from "#server/http/debate-routes.ts";
import { atMostBytes, readJson, refusal } from "#server/http/reply.ts";
import { isUpload, UPLOAD_BYTES, type UploadedFile, uploadedFile } from "#server/http/uploaded-file.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { importExported } from "#server/sessions/import-debates.ts";

/** [L16] Imports of one instructor, previews among them; and, counted by themselves, files that are kept. */
const IMPORTS = { max: 20, window: 60 };
const TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  markdown: "text/markdown",
  text: "text/plain",
};
const NO_FILE_TYPE: readonly FileFault[] = ["wrong-type", "old-word"];

/** Routes that read a text or a file as a debate, and keep the file. */
export function importRoutes(
  { store, clock, ids, limits }: Dependencies,
  { signedIn }: Checks,
  files: FileReader,
): Hono<SignedIn> {
  const text = atMostBytes(DEBATE_BYTES);
  const file = atMostBytes(UPLOAD_BYTES, (context) => notRead(context, [{ code: "file-too-large" }], 413));

  return new Hono<SignedIn>()
    .use("/import", signedIn, (context, next) => (isUpload(context) ? file : text)(context, next))
    .use("/import/preview", signedIn, file)
    .use("/:id/source", signedIn, file)
    .use("/import/*", (context, next) => limited("import", context, next))
    .post("/import", async (context) => {
      const upload = isUpload(context) ? await uploadedFile(context) : null;
      const read = upload ? await readUpload(context, upload) : await readText(context);
      if (read instanceof Response) return read;
      const { id } = context.var.instructor;
      if ("debates" in read)
        return context.json({ debate: read.debates[0], warnings: [], debates: read.debates }, 201);
      const { debate } = await store.debates.create(id, ids.uuid(), read.draft, clock());
      if (upload?.ok) await keep(id, debate.id, upload.value);
      return context.json({ debate, warnings: read.warnings }, 201);
    })
    .post("/import/preview", async (context) => {
      const upload = await uploadedFile(context);
      const read = await readFile(context, upload);
      return read instanceof Response ? read : context.json(read.file);
    })
    .put("/:id/source", (context, next) => limited("source", context, next))
    .put("/:id/source", async (context) => {
      const isOwn = await store.sources.canKeep(context.var.instructor.id, context.req.param("id"));
      if (!isOwn) return refusal(context, { code: "not-found" });
      const upload = await uploadedFile(context);
      if (!upload.ok) return refusal(context, upload);
      const isKept = await keep(context.var.instructor.id, context.req.param("id"), upload.value);
      if (isKept === null) return notRead(context, [{ code: "wrong-type" }], 415);
      return isKept ? context.body(null, 204) : refusal(context, { code: "not-found" });
    })
    .get("/:id/source", async (context) => {
      const source = await store.sources.of(context.var.instructor.id, context.req.param("id"));
      if (!source) return refusal(context, { code: "not-found" });
      const name = encodeURIComponent(source.name).replace(
        /['()]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16)}`,
      );
      return context.body(source.bytes, 200, {
        // Never opened as a page of this site, whatever is in it.
        "content-type": source.type === TYPES.html ? "application/octet-stream" : source.type,
        "content-disposition": `attachment; filename*=UTF-8''${name}`,
        "x-content-type-options": "nosniff",
      });
    });

  async function limited(
    what: "import" | "source",
    context: Uploading,
    next: Next,
  ): Promise<Response | undefined> {
    const { retryAfter } = await limits.consume(what, context.var.instructor.id, IMPORTS);
    if (retryAfter === null) {
      await next();
      return undefined;
    }
    // A body that was not taken in would end the connection, which the browser may be using again by then.
    await context.req.arrayBuffer();
    return refusal(context, tooOften(retryAfter));
  }

  async function readText(context: Uploading): Promise<Response | ReadDebate | Exported> {
    const request = await readJson(context, ImportRequest);
    if (!request.ok) return refusal(context, request);
    return (await exportedIn(context, request.value.text)) ?? readWords(context, request.value.text);
  }

  /** [D31] What an exported file holds is stored at once: there is nothing to be unsure of. */
  async function exportedIn(context: Uploading, text: string): Promise<Response | Exported | null> {
    const exported = await importExported({ store, clock, ids }, context.var.instructor.id, text);
    return exported?.ok === false ? notRead(context, exported.missing) : exported;
  }

  function readWords(context: Context, text: string): Response | ReadDebate {
    const reading = readImported(text, false);
    return reading.ok ? reading : notRead(context, reading.missing);
  }

  async function readUpload(
    context: Uploading,
    upload: Result<UploadedFile>,
  ): Promise<Response | ReadDebate | Exported> {
    const read = await readFile(context, upload);
    if (read instanceof Response) return read;
    const exported = await exportedIn(context, read.file.text);
    if (exported) return exported;
    if (!read.reading.ok) return notRead(context, read.reading.missing);
    return { draft: read.reading.draft, warnings: [...read.reading.warnings, ...read.file.remarks] };
  }

  async function readFile(context: Uploading, upload: Result<UploadedFile>) {
    if (!upload.ok) return refusal(context, upload);
    const { instructor } = context.var;
    const { signal } = context.req.raw;
    const read = await files.read({ who: instructor.id, ...upload.value, signal });
    if (!read.ok) return refusal(context, read);
    if (!read.value.ok) {
      const { fault } = read.value;
      return notRead(context, [{ code: fault }], NO_FILE_TYPE.includes(fault) ? 415 : 422);
    }
    const { reading, ok: _, ...file } = read.value;
    return { file, reading };
  }

  /** [U11] Null where it is no kind of file that is read. */
  async function keep(
    ownerId: string,
    debateId: string,
    { name, bytes }: UploadedFile,
  ): Promise<boolean | null> {
    const found = kindOf(bytes, name);
    const kind = found === "zip" ? "docx" : found;
    if (!(kind in TYPES)) return null;
    const type = TYPES[kind as keyof typeof TYPES];
    return store.sources.keep(ownerId, debateId, { name, type, bytes: new Uint8Array(bytes) });
  }
}

type Uploading = Context<SignedIn>;
type Exported = { debates: Debate[] };
type ReadDebate = { draft: DebateDraft; warnings: Warning[] };

function notRead(context: Context, missing: readonly Missing[], status: 413 | 415 | 422 = 422): Response {
  const codes = missing.map(({ code }) => code).join(", ");
  const message = `This could not be read as a debate: ${codes}.`;
  return refusal(
    context,
    { code: status === 413 ? "too-long" : "malformed", message, fields: missing },
    status,
  );
}
