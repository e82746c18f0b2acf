import type { Debate } from "#debate/content/debate.ts";
import { readMarkdown } from "#debate/content/markdown.ts";

/** [D24] What a class reads of a paragraph that is written in this format. */
export const plainText = (format: Debate["format"] | "", source: string): string =>
  format === "markdown" ? readMarkdown(source).text : source;

/**
 * [D24] A debate as a class gets it: what is written in Markdown is plain text, with marks beside it. So quotations, sentences,
 * search and counts all speak of the same text.
 */
export function inPlainText({ format, ...debate }: Debate): Debate {
  if (format !== "markdown") return debate;
  const plain = <S extends Debate["positions"][number]>(position: S): S => ({
    ...position,
    paragraphs: position.paragraphs.map(({ text: source, ...paragraph }) => {
      const { text, marks } = readMarkdown(source);
      return { ...paragraph, text, ...(marks.length > 0 && { marks }) };
    }),
  });
  const [first, second] = debate.positions;
  const texts = (all: readonly string[]) => all.map((source) => plainText(format, source));
  return {
    ...debate,
    positions: [plain(first), plain(second)],
    ...(debate.versions && {
      versions: debate.versions.map((version) => ({
        ...version,
        for: texts(version.for),
        against: texts(version.against),
      })),
    }),
  };
}
