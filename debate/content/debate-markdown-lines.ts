// How texts stand in the lines of a Markdown file, so that none of them is taken for its structure.

/** Text within a heading or a list. */
export function toLine(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

export function fromLine(line: string): string {
  return line.replace(/\\([\\n])/gu, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
}

/** What would be taken for structure in text by itself, after a list, and among paragraphs. */
const STRUCTURE = { prose: /^[\\#]/u, afterList: /^[\\#-]/u, paragraph: /^(?:[\\#>]|\s*$)/u } as const;

/** Text on lines of its own: a backslash goes before those that look like structure. */
export function toLines(text: string, among: keyof typeof STRUCTURE): string[] {
  return text.split("\n").map((line) => (STRUCTURE[among].test(line) ? `\\${line}` : line));
}

export function fromLines(lines: readonly string[]): string {
  const isText = (line: string) => line.trim() !== "";
  const [from, to] = [lines.findIndex(isText), lines.findLastIndex(isText)];
  return from === -1
    ? ""
    : lines
        .slice(from, to + 1)
        .map(unescaped)
        .join("\n");
}

type Paragraph = { text: string; quoted?: boolean };

/** Paragraphs have blank lines between them, and quoted ones a `>` before each line. */
export function paragraphLines(
  paragraphs: readonly { text: string; quoted?: boolean | undefined }[],
): string[] {
  return paragraphs.flatMap(({ text, quoted }) => [
    "",
    ...toLines(text, "paragraph").map((line) => (quoted ? `> ${line}` : line)),
  ]);
}

export function paragraphsIn(lines: readonly string[]): Paragraph[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    const last = groups.at(-1) ?? [];
    if (line.trim() !== "") last.push(line);
    else if (last.length > 0) groups.push([]);
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const quoted = group[0]?.startsWith(">") ?? false;
      const text = group.map((line) => unescaped(quoted ? line.replace(/^> ?/u, "") : line)).join("\n");
      return quoted ? { text, quoted } : { text };
    });
}

const unescaped = (line: string) => (line.startsWith("\\") ? line.slice(1) : line);
