import { saysExported } from "#debate/content/exported.ts";
import {
  EXPORTED_TEXT,
  FILE_BYTES,
  FILE_TEXT,
  type FileReading,
  type FileText,
} from "#debate/content/file-remarks.ts";
import { kindOf } from "#server/files/file-kind.ts";
import { FileRefused } from "#server/files/file-refused.ts";
import { decoded } from "#server/files/plain-text.ts";

/** [U1] Reads any file as text with headings; never throws. Parsers are loaded on demand. */
export async function readFile(bytes: Buffer, name: string): Promise<FileReading> {
  if (bytes.length > FILE_BYTES) return { ok: false, fault: "file-too-large" };
  if (bytes.length === 0) return { ok: false, fault: "empty-file" };
  try {
    const read = await textIn(bytes, name);
    if (read.text.length > (saysExported(read.text) ? EXPORTED_TEXT : FILE_TEXT))
      return { ok: false, fault: "too-hard" };
    return read.text.trim() === "" ? { ok: false, fault: "empty-file" } : { ok: true, ...read };
  } catch (error) {
    return { ok: false, fault: error instanceof FileRefused ? error.fault : "corrupt" };
  }
}

async function textIn(bytes: Buffer, name: string): Promise<FileText> {
  const kind = kindOf(bytes, name);
  switch (kind) {
    case "pdf":
      return (await import("#server/files/pdf.ts")).readPdf(bytes);
    case "zip":
      return (await import("#server/files/docx.ts")).readDocx(bytes);
    case "html":
      return (await import("#server/files/html.ts")).readHtml(bytes);
    case "old-office":
      // Office wraps a document with a password in its old container.
      throw new FileRefused(
        bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "old-word",
      );
    case "rtf":
      throw new FileRefused("old-word");
    case "other":
      throw new FileRefused("wrong-type");
    case "markdown":
      return { kind, text: decoded(bytes), marked: true, remarks: [] };
    case "text":
      return { kind, text: decoded(bytes), marked: false, remarks: [] };
  }
}
