import { setImmediate as nextTurn } from "node:timers/promises";
import type { Context } from "hono";
import { FILE_BYTES } from "#debate/content/file-remarks.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { cleanText } from "#debate/rules/text.ts";
import { readBytes } from "#server/http/body.ts";

/** A file, and what a form puts around it. */
export const UPLOAD_BYTES = FILE_BYTES + 64 * 1024;
const NAME = 200;

export type UploadedFile = { name: string; bytes: Buffer };

export const isUpload = (context: Context) =>
  (context.req.header("content-type") ?? "").toLowerCase().startsWith("multipart/form-data");

/**
 * [U10] The file of a form (RFC 7578), which must have only the field "file". Searches the body instead of copying it:
 * Request.formData() blocks votes for a tenth of a second for 20 MB.
 */
export async function uploadedFile(context: Context): Promise<Result<UploadedFile>> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    context.req.header("content-type") ?? "",
  );
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!isUpload(context) || mark === undefined)
    return refuse("malformed", "send multipart/form-data with a file");
  const read = await readBytes(context, UPLOAD_BYTES);
  if (!read.ok) return read;
  const body = read.value;
  // Joining 20 MB takes 15 ms, searching 10, starting to read 5: a turn of the event loop each.
  await nextTurn();
  const opening = Buffer.from(`--${mark}\r\n`);
  const closing = Buffer.from(`\r\n--${mark}--`);
  const end = body.lastIndexOf(closing);
  const head = body.indexOf("\r\n\r\n");
  if (!body.subarray(0, opening.length).equals(opening) || head === -1 || head > 4_096 || end < head)
    return refuse("malformed", "the form is not complete");
  const headers = body.toString("utf8", opening.length, head);
  const field = /^content-disposition: form-data; name="file"; filename="([^"\r\n]*)"/im.exec(headers);
  const bytes = body.subarray(head + 4, end);
  await nextTurn();
  if (!field || bytes.includes(`\r\n--${mark}\r\n`))
    return refuse("malformed", "the form has one field, the file");
  return accept({ name: fileNameOf(field[1] ?? ""), bytes });
}

/** A file's own name, without folders and what a header can't hold. */
function fileNameOf(given: string): string {
  const name = given.replaceAll("%22", '"').split(/[\\/]/).at(-1) ?? "";
  const clean = cleanText(name)
    .replace(/[\s"<>:|?*]+/g, " ")
    .trim();
  return [...clean].slice(-NAME).join("") || "file";
}
