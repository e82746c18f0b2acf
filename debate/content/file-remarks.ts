/** What a debate can be imported from. */
export type FileKind = "text" | "markdown" | "html" | "docx" | "pdf";

/** Why a file could not be read. Codes only; the page has the words. */
export const FILE_FAULTS = [
  "empty-file",
  "wrong-type",
  "old-word",
  "encrypted",
  "scanned",
  "corrupt",
  "unpacks-too-large",
  "too-hard",
  "file-too-large",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** What was left out of a file, or kept in another form, for the instructor to check. */
export type FileRemark =
  | { code: "tables-flattened"; count: number }
  | { code: "images-left-out"; count: number }
  | { code: "footnotes-moved"; count: number }
  | { code: "comments-left-out"; count: number }
  | { code: "changes-accepted" }
  | { code: "page-lines-left-out"; count: number; text: string }
  | { code: "columns-read" }
  | { code: "columns-followed" }
  // Where a column begins and ends that may be of the other side.
  | { code: "column-unsure"; text: string; end: string }
  | { code: "vertical-read" }
  | { code: "hyphens-mended"; count: number; text: string }
  | { code: "break-unsure"; text: string }
  | { code: "pages-without-text"; count: number; text: string };

/**
 * The words of a file, with its headings ("# ") and, where `marked`, links, lists and emphasis as Markdown has them. [D48] Pictures in
 * base64.
 */
export type FileText = {
  kind: FileKind;
  text: string;
  marked: boolean;
  remarks: FileRemark[];
  pictures?: string[];
};

export type FileReading = ({ ok: true } & FileText) | { ok: false; fault: FileFault };

/** Kept with a debate, and the largest that is read, in bytes. */
export const FILE_BYTES = 20 * 1024 * 1024;
/** The most text of a file, in characters: thirty newsletters, and little enough to be read again at each correction. */
export const FILE_TEXT = 400_000;
/** The same of a file of exported debates: 200 of 40,000. */
export const EXPORTED_TEXT = 8_000_000;
