import { readNewsletter } from "#debate/content/newsletter.ts";

/** The parsed newsletter; throws if it was refused. */
export function read(text: string) {
  const reading = readNewsletter(text);
  if (!reading.ok) throw new Error(`not read: ${JSON.stringify(reading.missing)}`);
  return reading;
}

export const codesOf = (text: string) => read(text).warnings.map(({ code }) => code);

/** How the paragraphs of both positions begin. */
export const openingsOf = (text: string) =>
  read(text).draft.positions.map(({ paragraphs }) =>
    paragraphs.map((paragraph) => paragraph.text.slice(0, 12)),
  );

export const OWN_OPENINGS = [
  ["“The harbor ", "This is how ", "The usual an", "Nor would cl", "Three things"],
  ["Do not do it", "Start with t", "The noise is", "Larkmoor's p", "A wise town "],
];

/** A text with every line broken at some width, as e-mail and PDF do it. */
export function wrapped(text: string, width: number): string {
  const wrapLine = (line: string) => {
    const lines = [""];
    for (const word of line.split(" ")) {
      const last = lines.at(-1) ?? "";
      if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
      else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    }
    return lines.join("\n");
  };
  return text.split("\n").map(wrapLine).join("\n");
}
