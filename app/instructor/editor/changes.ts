import type {
  DebateForm,
  ParagraphFields,
  PositionFields,
  PositionKey,
  RelatedFields,
  ResourceFields,
} from "#app/instructor/editor/debate-form.ts";
import { joinedLines } from "#debate/content/newsletter-japanese.ts";
import { swapVersions } from "#debate/content/swap-sides.ts";

/** What an instructor does to a form: each takes one and returns another, so that any step can be undone. */
export type Change = (form: DebateForm) => DebateForm;

export const setFields =
  (fields: Partial<Omit<DebateForm, "positions" | "nextKey">>): Change =>
  (form) => ({ ...form, ...fields });

export const setExpert =
  (position: PositionKey, fields: Partial<Omit<PositionFields, "key" | "paragraphs">>): Change =>
  (form) =>
    inPosition(form, position, (found) => ({ ...found, ...fields }));

export const setParagraph =
  (position: PositionKey, key: string, fields: Partial<Omit<ParagraphFields, "key">>): Change =>
  (form) =>
    inParagraphs(form, position, (paragraphs) =>
      paragraphs.map((paragraph) => (paragraph.key === key ? { ...paragraph, ...fields } : paragraph)),
    );

/** The new paragraph holds what follows `at`. */
export const splitParagraph =
  (position: PositionKey, key: string, at: number): Change =>
  (form) => {
    const added = inParagraphs(form, position, (paragraphs) =>
      paragraphs.flatMap((paragraph) =>
        paragraph.key === key
          ? [
              { ...paragraph, text: paragraph.text.slice(0, at).trimEnd() },
              {
                key: `k${form.nextKey}`,
                text: paragraph.text.slice(at).trimStart(),
                quoted: paragraph.quoted,
              },
            ]
          : [paragraph],
      ),
    );
    return { ...added, nextKey: form.nextKey + 1 };
  };

/** The previous paragraph takes this one's words and stays what it was, quotation or not. */
export const mergeWithPrevious =
  (position: PositionKey, key: string): Change =>
  (form) =>
    inParagraphs(form, position, (paragraphs) => {
      const at = paragraphs.findIndex((paragraph) => paragraph.key === key);
      const previous = paragraphs[at - 1];
      const merged = paragraphs[at];
      if (!previous || !merged) return paragraphs;
      const text = joinedLines([previous.text.trimEnd(), merged.text.trimStart()]).trim();
      return paragraphs.toSpliced(at - 1, 2, { ...previous, text });
    });

export const deleteParagraph =
  (position: PositionKey, key: string): Change =>
  (form) =>
    inParagraphs(form, position, (paragraphs) => paragraphs.filter((paragraph) => paragraph.key !== key));

/** Takes a deletion back whatever was changed since. */
export const restoreParagraph =
  (position: PositionKey, paragraph: ParagraphFields, at: number): Change =>
  (form) =>
    inParagraphs(form, position, (paragraphs) => paragraphs.toSpliced(at, 0, paragraph));

export const moveParagraph =
  (position: PositionKey, key: string, by: -1 | 1): Change =>
  (form) =>
    inParagraphs(form, position, (paragraphs) => moved(paragraphs, key, by));

/** [U16] The paragraph and those after it, up to the one with the words `end`, go to the end of the other side. */
export const moveToOtherSide =
  (position: PositionKey, key: string, end: string): Change =>
  (form) => {
    const all = form.positions.find((each) => each.key === position)?.paragraphs ?? [];
    const start = all.findIndex((paragraph) => paragraph.key === key);
    const last = all.findIndex(({ text }, at) => at >= start && text.includes(end));
    const taken = start === -1 ? [] : all.slice(start, Math.max(start, last) + 1);
    const changed = (found: PositionFields): PositionFields => ({
      ...found,
      paragraphs:
        found.key === position
          ? found.paragraphs.filter((paragraph) => !taken.includes(paragraph))
          : [...found.paragraphs, ...taken],
    });
    return {
      ...form,
      positions: [changed(form.positions[0]), changed(form.positions[1])],
      sidesConfirmed: false,
    };
  };

/** `after` null: at the end. */
export const addParagraph =
  (position: PositionKey, after: string | null): Change =>
  (form) => {
    const added = inParagraphs(form, position, (paragraphs) => {
      const found = paragraphs.findIndex(({ key }) => key === after);
      const at = found === -1 ? paragraphs.length : found + 1;
      return paragraphs.toSpliced(at, 0, { key: `k${form.nextKey}`, text: "", quoted: false });
    });
    return { ...added, nextKey: form.nextKey + 1 };
  };

const ENTRY = /^(?:[->]|\d{1,3}\.) /;

/**
 * [D23] Pasted paragraphs in place of what was selected: the first goes on with the words before it, the last with those behind,
 * and each one between is a paragraph of its own. A list or quotation begins on its own line.
 */
export const pasteParagraphs =
  (position: PositionKey, key: string, from: number, to: number, pieces: readonly string[]): Change =>
  (form) => {
    const added = inParagraphs(form, position, (paragraphs) =>
      paragraphs.flatMap((paragraph) => {
        if (paragraph.key !== key) return [paragraph];
        const [first = "", ...others] = pieces;
        const before = paragraph.text.slice(0, from);
        const texts = [before + (ENTRY.test(first) && before.trim() !== "" ? "\n" : "") + first, ...others];
        const last = texts.length - 1;
        texts[last] += paragraph.text.slice(to);
        return texts.map((text, index) => ({
          ...paragraph,
          text,
          ...(index > 0 && { key: `k${form.nextKey + index - 1}` }),
        }));
      }),
    );
    return { ...added, nextKey: form.nextKey + pieces.length - 1 };
  };

/** [D7] Each expert, paragraphs and reading texts included, argues the other side; whether that is right must be said anew. */
export const swapExperts: Change = (form) => ({
  ...form,
  positions: [form.positions[1], form.positions[0]],
  rest: swapRest(form.rest),
  sidesConfirmed: false,
});

/** A draft that a device kept from before there was a rest has none. */
export function swapRest(rest: DebateForm["rest"]): DebateForm["rest"] {
  return rest?.versions ? { ...rest, versions: swapVersions(rest.versions) } : rest;
}

type Lists = Pick<DebateForm, "resources" | "related">;
type List = keyof Lists;

export const addRow =
  (list: List): Change =>
  (form) => {
    const key = `k${form.nextKey}`;
    const nextKey = form.nextKey + 1;
    return list === "resources"
      ? { ...form, nextKey, resources: [...form.resources, { key, label: "", url: "" }] }
      : { ...form, nextKey, related: [...form.related, { key, label: "", date: "" }] };
  };

export const setRow =
  (list: List, key: string, fields: { label?: string; url?: string; date?: string }): Change =>
  (form) => ({ ...form, [list]: form[list].map((row) => (row.key === key ? { ...row, ...fields } : row)) });

export const deleteRow =
  (list: List, key: string): Change =>
  (form) => ({ ...form, [list]: form[list].filter((row) => row.key !== key) });

/** Takes a deletion back whatever was changed since. */
export const restoreRow =
  (list: List, row: ResourceFields | RelatedFields, at: number): Change =>
  (form) => ({ ...form, [list]: (form[list] as (typeof row)[]).toSpliced(at, 0, row) });

export const moveRow =
  (list: List, key: string, by: -1 | 1): Change =>
  (form) =>
    list === "resources"
      ? { ...form, resources: moved(form.resources, key, by) }
      : { ...form, related: moved(form.related, key, by) };

function inPosition(
  form: DebateForm,
  key: PositionKey,
  change: (position: PositionFields) => PositionFields,
): DebateForm {
  const [first, second] = form.positions;
  return { ...form, positions: first.key === key ? [change(first), second] : [first, change(second)] };
}

function inParagraphs(
  form: DebateForm,
  position: PositionKey,
  change: (paragraphs: readonly ParagraphFields[]) => readonly ParagraphFields[],
): DebateForm {
  return inPosition(form, position, (found) => ({ ...found, paragraphs: [...change(found.paragraphs)] }));
}

function moved<Row extends { key: string }>(rows: readonly Row[], key: string, by: -1 | 1): Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  const to = at + by;
  if (!row || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(at, 1).toSpliced(to, 0, row);
}
