import { type FileReading, readDebateFile } from "#debate/content/debate-file.ts";
import { readMarkdown } from "#debate/content/debate-markdown-reader.ts";

/** [D31] Reads a file that this program exported, JSON or Markdown; null if the text is neither. */
export function readExported(text: string): FileReading | null {
  return readDebateFile(text) ?? readMarkdown(text);
}
