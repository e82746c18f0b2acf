import { checkedDebate, FILE_FORMAT, type FileReading, isKnownVersion } from "#debate/content/debate-file.ts";
import { TITLES } from "#debate/content/debate-markdown.ts";
import { readKit } from "#debate/content/debate-markdown-kit.ts";
import { fromLine, fromLines, paragraphsIn } from "#debate/content/debate-markdown-lines.ts";
import {
  eachPart,
  entriesOf,
  type Faults,
  fieldsIn,
  given,
  headFields,
  leaf,
  listIn,
  nothingElse,
  type Part,
  parts,
  proseReader,
  tree,
} from "#debate/content/debate-markdown-parts.ts";
import { bytesOf, headerOf } from "#debate/content/pictures.ts";

const FRONT = /^\ufeff?---[\r\n]/u;

/** Whether a text says that it is such a file. */
export const saysMarkdownFile = (text: string): boolean =>
  FRONT.test(text) && text.slice(0, 2_000).includes(FILE_FORMAT);

/** [D31] Reads what `writeMarkdown` writes; null if the text is no such file. */
export function readMarkdown(text: string): FileReading | null {
  // [W1] Before anything is done with the whole text.
  if (!FRONT.test(text)) return null;
  const lines = text
    .replace(/^\ufeff/u, "")
    .replace(/\r\n?/gu, "\n")
    .split("\n");
  const end = lines.indexOf("---", 1);
  const front = lines.slice(1, end === -1 ? 20 : end);
  if (lines[0] !== "---" || !front.some((line) => line.includes(FILE_FORMAT))) return null;
  const faults: Faults = end === -1 ? ["---"] : [];
  const { format, version, paragraphs, ...flat } = frontMatter(front, faults);
  if (format === FILE_FORMAT && !isKnownVersion(version) && faults.length === 0)
    return { ok: false, missing: [{ code: "newer-file" }] };
  const document = tree(lines.slice(end + 1), faults);
  const draft = {
    ...flat,
    ...(paragraphs !== undefined && { format: paragraphs }),
    resolution: document.title,
    ...body(document, faults),
  };
  const [line] = faults;
  if (line !== undefined) return { ok: false, missing: [{ code: "broken-file", line: line.slice(0, 200) }] };
  return checkedDebate(draft);
}

function frontMatter(lines: readonly string[], faults: Faults): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of lines) {
    const [, key = "", value = ""] = /^([a-z]+): (.+)$/u.exec(line) ?? [];
    try {
      if (Object.hasOwn(values, key)) faults.push(line);
      values[key] = JSON.parse(value);
    } catch {
      faults.push(line);
    }
  }
  return values;
}

function body(document: Part, faults: Faults) {
  nothingElse(document.lines, faults);
  const prose = proseReader(faults);
  const read = parts<unknown>(
    document,
    {
      [TITLES.introduction]: prose,
      [TITLES.for]: (part) => position("for", part, faults),
      [TITLES.against]: (part) => position("against", part, faults),
      [TITLES.editor]: (part) => {
        const { entries, rest } = listIn(leaf(part, faults));
        return { ...fieldsIn(entries, ["name"], faults), biography: fromLines(rest) };
      },
      [TITLES.resources]: (part) => listOnly(part, "url", faults),
      [TITLES.related]: (part) => listOnly(part, "date", faults),
      [TITLES.rights]: prose,
      [TITLES.kit]: (part) => readKit(part, faults),
      [TITLES.versions]: (part) => versions(part, faults),
    },
    faults,
  );
  return given({
    introduction: read[TITLES.introduction] ?? "",
    editor: read[TITLES.editor],
    positions: [read[TITLES.for], read[TITLES.against]],
    resources: read[TITLES.resources] ?? [],
    related: read[TITLES.related] ?? [],
    rights: read[TITLES.rights],
    kit: read[TITLES.kit],
    versions: read[TITLES.versions],
  });
}

function listOnly(part: Part, name: "url" | "date", faults: Faults) {
  return entriesOf(part, faults).map(({ text, below }) => given({ label: fromLine(text), [name]: below }));
}

function position(side: "for" | "against", part: Part, faults: Faults) {
  const expert = headFields(part, ["name", "honorific", "role", "institution"], faults);
  const read = parts<unknown>(
    part,
    {
      [TITLES.biography]: proseReader(faults),
      [TITLES.picture]: (part) => picture(leaf(part, faults), faults),
      [TITLES.position]: (text) =>
        paragraphsIn(leaf(text, faults)).map((paragraph, index) => ({ n: index + 1, ...paragraph })),
    },
    faults,
  );
  return {
    side,
    expert: given({ ...expert, biography: read[TITLES.biography] }),
    paragraphs: read[TITLES.position],
    ...given({ picture: read[TITLES.picture] }),
  };
}

const PICTURE = /^!\[(.*)\]\(data:image\/[a-z]+;base64,([\w+/=]+)\)$/su;

/** [D47] */
function picture(lines: readonly string[], faults: Faults) {
  const [line = "", another] = lines.filter((each) => each.trim() !== "");
  const [, alt, data] = PICTURE.exec(line) ?? [];
  const header = data === undefined ? null : headerOf(bytesOf(data));
  if (alt === undefined || !header || another !== undefined) {
    faults.push(line.slice(0, 200));
    return undefined;
  }
  return { alt: fromLine(alt), width: header.width, height: header.height, data };
}

function versions(part: Part, faults: Faults) {
  return eachPart(
    part,
    (id, version) => {
      const read = parts(version, { [TITLES.for]: texts, [TITLES.against]: texts }, faults);
      return {
        id,
        ...headFields(version, ["label", "lang", "resolution"], faults),
        for: read[TITLES.for],
        against: read[TITLES.against],
      };
    },
    faults,
  );

  function texts(position: Part): string[] {
    return paragraphsIn(leaf(position, faults)).map(({ text, quoted }) => {
      if (quoted) faults.push(text);
      return text;
    });
  }
}
