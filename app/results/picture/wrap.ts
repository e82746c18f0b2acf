/** What no line begins with in Japanese: it stays on the line before. */
const CLOSING = /^[、。，．：）」』]/u;

/**
 * Lines no wider than `width`, broken between words, and within a word only where it is wider than a line, as in a language
 * without spaces. `measure`: how wide a text is.
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const { segment } of new Intl.Segmenter().segment(word)) {
      if (line !== "" && measure(line + segment) > width && !CLOSING.test(segment)) {
        lines.push(line);
        line = "";
      }
      line += segment;
    }
  }
  return line === "" ? lines : [...lines, line];
}
