import { type Context, Hono } from "hono";
import { parse } from "#debate/protocol/messages.ts";
import { PreviewList, PreviewQuery } from "#debate/protocol/requests.ts";
import type { ListFault } from "#debate/rules/classes.ts";
import { accept, type Result, tooOften } from "#debate/rules/result.ts";
import { readList } from "#server/files/class-lists.ts";
import type { GivenFile } from "#server/files/file-child.ts";
import type { FileReader } from "#server/files/file-reader.ts";
import { discardBody, readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { isUpload, uploadedFile } from "#server/http/uploaded-file.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** Previews by one instructor: each choice of a column or a class asks again. */
const PREVIEWS = { max: 60, window: 60 };
/** Bytes of a pasted list: as many lines as are read, with a name and a number each in Japanese. */
const TEXT_BYTES = 4 * 1024 * 1024;
/** [Q3] In characters. Longer texts, and files, are read in a process of their own. */
const SHORT_TEXT = 10_000;
const STATUS: Partial<Record<ListFault, 413 | 415>> = {
  "file-too-large": 413,
  "wrong-type": 415,
  spreadsheet: 415,
};

/** The route that reads a list of students, and stores nothing. */
export function classListRoutes(
  { limits }: Pick<Dependencies, "limits">,
  { signedIn }: Checks,
  files: FileReader,
): Hono<SignedIn> {
  return new Hono<SignedIn>().post("/preview", signedIn, async (context) => {
    const who = context.var.instructor.id;
    const { retryAfter } = await limits.consume("class-list", who, PREVIEWS);
    if (retryAfter !== null) {
      // An unread body would close the connection, which the browser may already be using again.
      await discardBody(context);
      return refusal(context, tooOften(retryAfter));
    }
    const given = await listGiven(context);
    if (!given.ok)
      return isUpload(context) && given.code === "too-long"
        ? notRead(context, "file-too-large")
        : refusal(context, given);
    const choices = parse(PreviewQuery, context.req.query());
    if (!choices.ok) return refusal(context, choices);
    const list = { ...given.value, choices: choices.value };
    const isShort = "text" in list && list.text.length <= SHORT_TEXT;
    const { signal } = context.req.raw;
    const read = isShort ? accept(readList(list)) : await files.readList({ ...list, who, signal });
    if (!read.ok) return refusal(context, read);
    return read.value.ok ? context.json(read.value.preview) : notRead(context, read.value.fault);
  });
}

const listGiven = (context: Context): Promise<Result<GivenFile>> =>
  isUpload(context) ? uploadedFile(context) : readJson(context, PreviewList, TEXT_BYTES);

function notRead(context: Context, fault: ListFault): Response {
  const message = `This could not be read as a list of students: ${fault}.${fault === "spreadsheet" ? " Save it as CSV." : ""}`;
  const status = STATUS[fault] ?? 422;
  const code = status === 413 ? "too-long" : "malformed";
  return refusal(context, { code, message, fields: [{ code: fault }] }, status);
}
