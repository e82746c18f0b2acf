import { type Context, Hono, type Next } from "hono";
import { saysExported } from "#debate/content/exported.ts";
import type { FileFault } from "#debate/content/file-remarks.ts";
import type { Missing } from "#debate/content/newsletter-remarks.ts";
import { parse } from "#debate/protocol/messages.ts";
import { ImportAddress, ImportQuery, ImportRequest } from "#debate/protocol/requests.ts";
import { type Result, tooOften } from "#debate/rules/result.ts";
import type { GivenFile } from "#server/files/file-child.ts";
import { debatesIn, typedText } from "#server/files/file-debates.ts";
import { kindOf } from "#server/files/file-kind.ts";
import type { FileReader } from "#server/files/file-reader.ts";
import { createHolder, discardBody, readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { DEBATE_BYTES } from "#server/http/debate-routes.ts";
import { sent } from "#server/http/export-file.ts";
import { jsonList } from "#server/http/json-list.ts";
import { type Refused, refusal } from "#server/http/reply.ts";
import { isUpload, type UploadedFile, uploadedFile } from "#server/http/uploaded-file.ts";
import { keyedUuid } from "#server/identity/keyed-ids.ts";
import type { Outgoing } from "#server/platform/outgoing.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [L16] Imports by one instructor, with previews; kept files are counted separately. */
const IMPORTS = { max: 20, window: 60 };
/** [L20] Downloads of kept files by one instructor, and the bytes sent in a turn of the event loop. */
const DOWNLOADS = { max: 20, window: 60 };
const PART_BYTES = 256 * 1024;
const TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  markdown: "text/markdown",
  text: "text/plain",
};
/** [U8] In characters. Longer texts are read in a separate process; shorter ones take less time than starting it. */
const SHORT_TEXT = 50_000;
const MB = 1024 * 1024;
/** [D46] A series may have so many bytes; it is asked for once. */
const ADDRESS = { isOnce: true, bytes: 8 * MB };
const NO_FILE_TYPE: readonly FileFault[] = ["wrong-type", "old-word"];

/** Routes that read a text or a file as a debate, and keep the file. */
export function importRoutes(
  { store, clock, ids, limits }: Dependencies,
  { signedIn }: Checks,
  { files, fileQuota, outgoing }: { files: FileReader; fileQuota: number; outgoing: Outgoing },
): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("/import", signedIn)
    .use("/import/preview", signedIn)
    .use("/import/address", signedIn)
    .use("/:id/source", signedIn)
    .use("/import", (context, next) => limited("import", context, next))
    .use("/import/preview", (context, next) => limited("import", context, next))
    .post("/import", async (context) => {
      const upload = isUpload(context) ? await uploadedFile(context) : null;
      const read = upload ? await readUpload(context, upload) : await readText(context);
      if (read instanceof Response) return read;
      const query = parse(ImportQuery, upload ? context.req.query() : {});
      if (!query.ok) return refusal(context, query);
      const { exported, reading, file, sentAs = query.value.id } = read;
      const { id } = context.var.instructor;
      const idOf = sentAs === undefined ? () => ids.uuid() : importIds(id, file.text, sentAs);
      // [D31] An export needs no review, and no file is kept.
      if (exported?.ok) {
        const drafts = exported.drafts.map((draft, n) => ({ id: idOf(n), draft }));
        const debates = await store.debates.createAll(id, drafts, clock());
        const rest = { debate: debates[0], warnings: [] };
        return context.body(jsonList("debates", debates, rest, 1), 201, {
          "content-type": "application/json",
        });
      }
      if (exported) return notRead(context, exported.missing);
      if (!reading.ok) return notRead(context, reading.missing);
      if (upload?.ok && (await isFull(id, "", upload.value))) return filesFull(context);
      const drafts = [{ id: idOf(0), draft: reading.draft }];
      const [debate] = await store.debates.createAll(id, drafts, clock());
      if (upload?.ok && debate) await keep(id, debate.id, upload.value);
      return context.json({ debate, warnings: [...reading.warnings, ...file.remarks] }, 201);
    })
    .post("/import/preview", async (context) => {
      const upload = await uploadedFile(context);
      const read = await readUpload(context, upload);
      return read instanceof Response ? read : context.json(read.file);
    })
    .post("/import/address", async (context) => {
      const request = await readJson(context, ImportAddress);
      if (!request.ok) return refusal(context, request);
      const { retryAfter } = await limits.consume("import", context.var.instructor.id, IMPORTS);
      if (retryAfter !== null) return refusal(context, tooOften(retryAfter));
      const asked = await outgoing.ask(request.value.address, ADDRESS);
      if (!asked.ok)
        return refusal(context, { ...asked, fields: ["address"] }, asked.code === "busy" ? 503 : 422);
      const { status, text } = asked.value;
      if (status !== 200) {
        const message = `The other server answered ${status}.`;
        return refusal(context, { code: "not-found", message, fields: ["address"] }, 422);
      }
      if (!saysExported(text)) return notRead(context, [{ code: "wrong-type" }], 415);
      const read = await readApart(context, { text });
      return read instanceof Response ? read : context.json(read.file);
    })
    .put("/:id/source", (context, next) => limited("source", context, next))
    .put("/:id/source", async (context) => {
      const isOwn = await store.sources.canKeep(context.var.instructor.id, context.req.param("id"));
      if (!isOwn) return refusal(context, { code: "not-found" });
      const upload = await uploadedFile(context);
      if (!upload.ok) return noUpload(context, upload);
      if (await isFull(context.var.instructor.id, context.req.param("id"), upload.value))
        return filesFull(context);
      const isKept = await keep(context.var.instructor.id, context.req.param("id"), upload.value);
      if (isKept === null) return notRead(context, [{ code: "wrong-type" }], 415);
      return isKept ? context.body(null, 204) : refusal(context, { code: "not-found" });
    })
    .get("/:id/source", async (context) => {
      const debate = [context.var.instructor.id, context.req.param("id")] as const;
      const { retryAfter } = await limits.consume("download", context.var.instructor.id, DOWNLOADS);
      if (retryAfter !== null) return refusal(context, tooOften(retryAfter));
      const size = await store.sources.sizeOf(...debate);
      const room = createHolder(context)(size ?? 0);
      if (!room.ok) return refusal(context, room);
      const source = size === null ? null : await store.sources.of(...debate);
      if (!source) return refusal(context, { code: "not-found" });
      const name = encodeURIComponent(source.name).replace(
        /['()]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16)}`,
      );
      return context.body(sent(partsOf(source.bytes)), 200, {
        "content-length": `${source.bytes.length}`,
        // Never let it open as a page of this site.
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
    // An unread body would close the connection, which the browser may already be using again.
    await discardBody(context);
    return refusal(context, tooOften(retryAfter));
  }

  async function readText(context: Uploading): Promise<Response | Reading> {
    const request = await readJson(context, ImportRequest, DEBATE_BYTES);
    if (!request.ok) return refusal(context, request);
    const { text, id: sentAs } = request.value;
    const read = text.length <= SHORT_TEXT ? debatesIn(typedText(text)) : await readApart(context, { text });
    return read instanceof Response ? read : { ...read, sentAs };
  }

  async function readUpload(context: Uploading, upload: Result<UploadedFile>): Promise<Response | Reading> {
    return upload.ok ? readApart(context, upload.value) : noUpload(context, upload);
  }

  /** [U8] In a separate process. */
  async function readApart(context: Uploading, given: GivenFile): Promise<Response | Reading> {
    const { signal } = context.req.raw;
    const read = await files.read({ who: context.var.instructor.id, ...given, signal });
    if (!read.ok) return refusal(context, read);
    if (read.value.ok) return read.value;
    const { fault } = read.value;
    return notRead(context, [{ code: fault }], NO_FILE_TYPE.includes(fault) ? 415 : 422);
  }

  /** [L21] Whether an instructor's quota has no room for this file in place of the debate's old one. */
  async function isFull(ownerId: string, debateId: string, { bytes }: UploadedFile): Promise<boolean> {
    return (await store.sources.bytesBeside(ownerId, debateId)) + bytes.length > fileQuota;
  }

  function filesFull(context: Context): Response {
    const megabytes = Math.floor(fileQuota / MB);
    const message = `Your files would have more than ${megabytes} MB, which is all that this server keeps for you. Delete a debate whose file you no longer need.`;
    return refusal(context, { code: "too-long", message, fields: [{ code: "files-full", megabytes }] });
  }

  /** [U11] Null for a kind of file that can't be imported. */
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

/** [L20] */
function* partsOf(bytes: Uint8Array): Generator<Uint8Array, undefined> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}

type Uploading = Context<SignedIn>;
type Reading = ReturnType<typeof debatesIn> & { sentAs?: string | undefined };

/** [D11] The same ids when the same text is sent again under its id. */
function importIds(ownerId: string, text: string, sentAs: string): (n: number) => string {
  const ofText = keyedUuid(sentAs, `import:${ownerId}:${text}`);
  return (n) => keyedUuid(ofText, String(n));
}

function noUpload(context: Context, refused: Refused): Response {
  if (refused.code === "too-long") return notRead(context, [{ code: "file-too-large" }], 413);
  return refusal(context, refused);
}

function notRead(context: Context, missing: readonly Missing[], status: 413 | 415 | 422 = 422): Response {
  const codes = missing.map(({ code }) => code).join(", ");
  const message = `This could not be read as a debate: ${codes}.`;
  return refusal(
    context,
    { code: status === 413 ? "too-long" : "malformed", message, fields: missing },
    status,
  );
}
