import { type FileReading, readDebateFile, saysDebateFile } from "#debate/content/debate-file.ts";
import { readMarkdown, saysMarkdownFile } from "#debate/content/debate-markdown-reader.ts";

/** [D31] Reads a file that this program exported, JSON or Markdown; null if the text is neither. */
export function readExported(text: string): FileReading | null {
  return readDebateFile(text) ?? readMarkdown(text);
}

/** Whether a text says that it is one of these, which may be longer than others [U8]. */
export const saysExported = (text: string): boolean => saysDebateFile(text) || saysMarkdownFile(text);
