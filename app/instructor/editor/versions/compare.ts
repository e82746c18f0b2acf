import { swapRest } from "#app/instructor/editor/changes.ts";
import type {
  DebateForm,
  ExpertField,
  ParagraphFields,
  PlainField,
  PositionFields,
} from "#app/instructor/editor/debate-form.ts";
import { asMarkdown } from "#debate/content/markdown.ts";

export type Place = 0 | 1;
type Field = PlainField | ExpertField | "paragraphs" | "resources" | "related";

/** A part in which two versions of a debate differ, as text. */
export type Difference = {
  id: string;
  field: Field;
  /** Whose position it is in: for or against. */
  place?: Place;
  /** The numbers of the paragraphs, in the version that has any there. */
  numbers?: { first: number; last: number };
  mine: string;
  theirs: string;
  /** Who changed it since the version that both began with. */
  changed: "mine" | "theirs" | "both";
};

const START = [
  "lang",
  "resolution",
  "series",
  "volume",
  "issue",
  "date",
  "tags",
  "level",
  "introduction",
] as const;
const END = ["editorName", "editorBiography"] as const;
const EXPERT = ["honorific", "name", "role", "institution", "biography"] as const;
const PLACES = [0, 1] as const;

/** [D12] The parts in which two versions differ, in the order of the page. */
export function differences(
  ...versions: [base: DebateForm, mine: DebateForm, theirs: DebateForm]
): Difference[] {
  const [base, mine, theirs] = inOneFormat(versions);
  const text = (field: Field, read: (form: DebateForm) => string, place?: Place): Difference[] => {
    const [before, own, other] = [read(base), read(mine), read(theirs)];
    if (own === other) return [];
    const changed = own === before ? "theirs" : other === before ? "mine" : "both";
    const id = place === undefined ? field : `${place}.${field}`;
    return [{ id, field, ...(place !== undefined && { place }), mine: own, theirs: other, changed }];
  };
  const plain = (field: PlainField) => text(field, (form) => form[field] ?? "");
  return [
    ...START.flatMap(plain),
    ...PLACES.flatMap((place) => [
      ...EXPERT.flatMap((field) => text(field, ({ positions }) => positions[place][field], place)),
      ...inParagraphs(place, base, mine, theirs),
    ]),
    ...END.flatMap(plain),
    ...text("resources", ({ resources }) => rowsOf(resources.map(({ label, url }) => [label, url]))),
    ...text("related", ({ related }) => rowsOf(related.map(({ label, date }) => [label, date]))),
    ...plain("rights"),
  ];
}

/** My version with those parts of the other one that were taken. */
export function merged(own: DebateForm, other: DebateForm, taken: ReadonlySet<string>): DebateForm {
  const [mine, theirs] = inOneFormat([own, other]);
  let { nextKey } = mine;
  const newKey = () => `k${nextKey++}`;
  const plain = Object.fromEntries(
    [...START, ...END, "rights" as const]
      .filter((field) => taken.has(field))
      .map((field) => [field, theirs[field]]),
  );
  const rows = <Row extends { key: string }>(
    list: "resources" | "related",
    own: Row[],
    other: Row[],
  ): Row[] => (taken.has(list) ? other.map((row) => ({ ...row, key: newKey() })) : own);
  const position = (place: Place): PositionFields => {
    const [own, other] = [mine.positions[place], theirs.positions[place]];
    const expert = EXPERT.filter((field) => taken.has(`${place}.${field}`)).map((field) => [
      field,
      other[field],
    ]);
    const paragraphs = aligned(own.paragraphs, other.paragraphs).flatMap((part, index) =>
      taken.has(partId(place, index))
        ? part.theirs.map((paragraph) => ({ ...paragraph, key: newKey() }))
        : part.mine,
    );
    return { ...own, ...Object.fromEntries(expert), paragraphs };
  };
  return withRestOf(mine, {
    ...mine,
    ...plain,
    positions: [position(0), position(1)],
    resources: rows("resources", mine.resources, theirs.resources),
    related: rows("related", mine.related, theirs.related),
    nextKey,
  });
}

/** [D28] My version with what the editor does not show of the other one, [D7] under the sides that its paragraphs have in mine. */
export function withRestOf(other: DebateForm, own: DebateForm): DebateForm {
  const [mine, theirs] = inOneFormat([own, other]);
  const shared = (place: Place, otherPlace: Place) => {
    const texts = new Set(theirs.positions[otherPlace].paragraphs.map(({ text }) => text));
    return mine.positions[place].paragraphs.filter(({ text }) => texts.has(text)).length;
  };
  const isSwapped = shared(0, 1) + shared(1, 0) > shared(0, 0) + shared(1, 1);
  return { ...own, rest: isSwapped ? swapRest(other.rest) : other.rest };
}

/** [D24] Where one version is plain text and another Markdown, all of them as Markdown: then no sign changes what it means. */
function inOneFormat<Versions extends DebateForm[]>(versions: Versions): Versions {
  const isOne = versions.every(({ format }) => (format ?? "") === (versions[0]?.format ?? ""));
  return isOne ? versions : (versions.map(inMarkdown) as Versions);
}

function inMarkdown(form: DebateForm): DebateForm {
  if (form.format === "markdown") return form;
  const position = (fields: PositionFields): PositionFields => ({
    ...fields,
    paragraphs: fields.paragraphs.map((paragraph) => ({ ...paragraph, text: asMarkdown(paragraph.text) })),
  });
  const [first, second] = form.positions;
  return { ...form, format: "markdown", positions: [position(first), position(second)] };
}

const partId = (place: Place, index: number) => `${place}.paragraphs.${index}`;
const rowsOf = (rows: string[][]) => rows.map((cells) => cells.filter(Boolean).join("\n")).join("\n\n");
/** Marks a quotation with `>`, as mail does. */
const written = ({ text, quoted }: ParagraphFields) => (quoted ? `> ${text}` : text);
const allWritten = (paragraphs: readonly ParagraphFields[]) => paragraphs.map(written).join("\n\n");

function inParagraphs(place: Place, ...versions: [DebateForm, DebateForm, DebateForm]): Difference[] {
  const [base, mine, theirs] = versions.map(({ positions }) => positions[place].paragraphs) as [
    ParagraphFields[],
    ParagraphFields[],
    ParagraphFields[],
  ];
  const isInPlace = base.length === mine.length && base.length === theirs.length;
  const whole = (index: number): Difference["changed"] => {
    // Where paragraphs were added, moved or deleted, who changed what is said of all of them.
    const [before, own, other] = [base, mine, theirs].map((each) =>
      isInPlace ? allWritten(each.slice(index, index + 1)) : allWritten(each),
    );
    return own === before ? "theirs" : other === before ? "mine" : "both";
  };
  let [ownNumber, otherNumber] = [1, 1];
  return aligned(mine, theirs).flatMap((part, index): Difference[] => {
    const [own, other] = [allWritten(part.mine), allWritten(part.theirs)];
    const [first, count] =
      part.mine.length > 0 ? [ownNumber, part.mine.length] : [otherNumber, part.theirs.length];
    ownNumber += part.mine.length;
    otherNumber += part.theirs.length;
    if (own === other && part.mine.length === part.theirs.length) return [];
    const numbers = { first, last: first + count - 1 };
    return [
      {
        id: partId(place, index),
        field: "paragraphs",
        place,
        numbers,
        mine: own,
        theirs: other,
        changed: whole(index),
      },
    ];
  });
}

type Part = { mine: ParagraphFields[]; theirs: ParagraphFields[] };

/** Two lists side by side: paragraph by paragraph, and where one has more of them, between those that are the same. */
function aligned(mine: readonly ParagraphFields[], theirs: readonly ParagraphFields[]): Part[] {
  if (mine.length === theirs.length)
    return mine.map((paragraph, index) => ({ mine: [paragraph], theirs: theirs.slice(index, index + 1) }));
  const isSame = (i: number, j: number) => {
    const [own, other] = [mine[i], theirs[j]];
    return own !== undefined && other !== undefined && written(own) === written(other);
  };
  // The longest row of paragraphs that both have, from each pair of places on.
  const longest = Array.from({ length: mine.length + 1 }, () => Array<number>(theirs.length + 1).fill(0));
  const from = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = mine.length - 1; i >= 0; i -= 1)
    for (let j = theirs.length - 1; j >= 0; j -= 1)
      (longest[i] as number[])[j] = isSame(i, j)
        ? from(i + 1, j + 1) + 1
        : Math.max(from(i + 1, j), from(i, j + 1));
  const parts: Part[] = [];
  let open: Part = { mine: [], theirs: [] };
  const close = () => {
    if (open.mine.length + open.theirs.length > 0) parts.push(open);
    open = { mine: [], theirs: [] };
  };
  let [i, j] = [0, 0];
  while (i < mine.length || j < theirs.length) {
    if (isSame(i, j)) {
      close();
      parts.push({ mine: mine.slice(i, i + 1), theirs: theirs.slice(j, j + 1) });
      i += 1;
      j += 1;
    } else if (j >= theirs.length || (i < mine.length && from(i + 1, j) >= from(i, j + 1))) {
      open.mine.push(...mine.slice(i, i + 1));
      i += 1;
    } else {
      open.theirs.push(...theirs.slice(j, j + 1));
      j += 1;
    }
  }
  close();
  return parts;
}
