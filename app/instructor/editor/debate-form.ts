import type { DebateDraft, Position } from "#debate/content/debate.ts";
import { caseOf, isCase } from "#debate/content/expert-words.ts";
import { languageOfDebate } from "#debate/content/language.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import { halfWidth } from "#debate/rules/text.ts";

/**
 * A debate as it stands in fields: all text, possibly wrong. Entries carry keys, since paragraphs and
 * positions move while someone types in them; a field's id is made of keys, never of places.
 */
export type DebateForm = {
  /** Empty where it is guessed from the text. */
  lang: string;
  resolution: string;
  series: string;
  volume: string;
  issue: string;
  date: string;
  introduction: string;
  /** Parted by commas. */
  tags: string;
  level: string;
  /** How paragraphs are written: in Markdown, or, without it, as plain text. */
  format: "markdown" | "";
  editorName: string;
  editorBiography: string;
  /** In the order of the sides: for, against. */
  positions: [PositionFields, PositionFields];
  /** Whether the instructor said that each expert argues this side. */
  sidesConfirmed: boolean;
  resources: ResourceFields[];
  related: RelatedFields[];
  rights: string;
  /** [D28] What these fields do not show, as it was. */
  rest: Partial<DebateDraft>;
  nextKey: number;
};

export type PositionKey = "first" | "second";
export type ExpertField = "honorific" | "name" | "role" | "institution" | "biography";
/** [D47] `data` in base64. */
export type PictureFields = { alt: string; width: number; height: number; data: string };
export type PositionFields = Record<ExpertField, string> & {
  key: PositionKey;
  /** Drafts that a device kept from before there were pictures have none. */
  picture?: PictureFields | null;
  paragraphs: ParagraphFields[];
};
export type ParagraphFields = { key: string; text: string; quoted: boolean };
export type ResourceFields = { key: string; label: string; url: string };
export type RelatedFields = { key: string; label: string; date: string };

export type PlainField =
  | "lang"
  | "resolution"
  | "series"
  | "volume"
  | "issue"
  | "date"
  | "introduction"
  | "tags"
  | "level"
  | "editorName"
  | "editorBiography"
  | "rights";

export function formOf(draft: DebateDraft, sidesConfirmed: boolean): DebateForm {
  let nextKey = 1;
  const key = () => `k${nextKey++}`;
  const [first, second] = draft.positions;
  const positions: DebateForm["positions"] = [
    positionFields(first, "first", key),
    positionFields(second, "second", key),
  ];
  const resources = draft.resources.map(({ label, url }) => ({ key: key(), label, url: url ?? "" }));
  const related = draft.related.map(({ label, date }) => ({ key: key(), label, date: date ?? "" }));
  const { kit, versions } = draft;
  return {
    lang: draft.lang ?? "",
    resolution: draft.resolution,
    series: draft.series ?? "",
    volume: draft.volume?.toString() ?? "",
    issue: draft.issue?.toString() ?? "",
    date: draft.date ?? "",
    introduction: draft.introduction,
    tags: draft.tags?.join(", ") ?? "",
    level: draft.level ?? "",
    format: draft.format ?? "",
    editorName: draft.editor?.name ?? "",
    editorBiography: draft.editor?.biography ?? "",
    positions,
    sidesConfirmed,
    resources,
    related,
    rights: draft.rights,
    rest: present({ kit, versions }),
    nextKey,
  };
}

/** [D21] A debate that is yet to be written, on the side that each text stands under. */
export function blankForm(rights: string): DebateForm {
  const blank = (key: PositionKey, paragraph: string): PositionFields => ({
    key,
    honorific: "",
    name: "",
    role: "",
    institution: "",
    biography: "",
    paragraphs: [{ key: paragraph, text: "", quoted: false }],
  });
  return {
    lang: "",
    resolution: "",
    series: "",
    volume: "",
    issue: "",
    date: "",
    introduction: "",
    tags: "",
    level: "",
    format: "markdown",
    editorName: "",
    editorBiography: "",
    positions: [blank("first", "k1"), blank("second", "k2")],
    sidesConfirmed: true,
    resources: [],
    related: [],
    rights,
    rest: {},
    nextKey: 3,
  };
}

function positionFields(
  { expert, paragraphs, picture }: Position,
  key: PositionKey,
  nextKey: () => string,
): PositionFields {
  return {
    key,
    honorific: expert.honorific ?? "",
    name: isCase(expert.name) ? "" : expert.name,
    role: expert.role,
    institution: expert.institution ?? "",
    biography: expert.biography ?? "",
    paragraphs: paragraphs.map(({ text, quoted }) => ({ key: nextKey(), text, quoted: quoted ?? false })),
    picture: picture ? { ...picture, data: picture.data ?? "" } : null,
  };
}

/**
 * What the fields say, in the shape of a draft; whether it is one is for the schema to say. `usual`: the language for names that
 * were left out [D21], where the words do not tell theirs.
 */
export function draftOf(form: DebateForm, usual = "en"): unknown {
  const filled = <K extends string>(name: K, text: string) => (text.trim() === "" ? {} : { [name]: text });
  const number = (name: string, text: string) =>
    text.trim() === ""
      ? {}
      : { [name]: /^\d{1,9}$/.test(halfWidth(text).trim()) ? Number(halfWidth(text)) : Number.NaN };
  const tags = tagsIn(form.tags ?? "");
  const lang = languageOfForm(form) ?? usual;
  const editor = `${form.editorName}${form.editorBiography}`.trim() !== "";
  return {
    // A draft that a device kept from before there were these fields has none.
    ...form.rest,
    ...filled("lang", form.lang ?? ""),
    ...filled("level", form.level ?? ""),
    ...filled("format", form.format ?? ""),
    ...(tags.length > 0 && { tags }),
    resolution: form.resolution,
    ...filled("series", form.series),
    ...number("volume", form.volume),
    ...number("issue", form.issue),
    ...filled("date", form.date.trim()),
    introduction: form.introduction,
    ...(editor ? { editor: { name: form.editorName, biography: form.editorBiography } } : {}),
    positions: form.positions.map((position, index) => ({
      side: SIDES[index],
      expert: {
        name: position.name.trim() || caseOf(SIDES[index === 0 ? 0 : 1], lang),
        role: position.role,
        ...filled("honorific", position.honorific),
        ...filled("institution", position.institution),
        ...filled("biography", position.biography),
      },
      paragraphs: position.paragraphs.map(({ text, quoted }, at) => ({
        n: at + 1,
        text,
        ...(quoted ? { quoted } : {}),
      })),
      ...(position.picture && { picture: position.picture }),
    })),
    resources: filledRows(form.resources).map(({ label, url }) => ({ label, ...filled("url", url.trim()) })),
    related: filledRows(form.related).map(({ label, date }) => ({ label, ...filled("date", date.trim()) })),
    rights: form.rights,
  };
}

const tagsIn = (typed: string) => [
  ...new Set(
    typed
      .split(/[,、，]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** [E6] In which language a debate is being written, where it says so or its words do. */
export const languageOfForm = ({ lang, ...words }: DebateForm): string | undefined =>
  languageOfDebate({ ...words, lang: lang || undefined }).lang;

/** A row that was added and left blank is none. */
export function filledRows<Row extends ResourceFields | RelatedFields>(rows: readonly Row[]): Row[] {
  return rows.filter(({ key: _, ...fields }) => Object.values(fields).some((text) => text.trim() !== ""));
}

export const expertField = (position: PositionKey, field: ExpertField) => `${position}.${field}`;
export const pictureField = (position: PositionKey) => `${position}.picture`;
export const paragraphField = (position: PositionKey, key: string) => `${position}.paragraph.${key}`;
export const rowField = (list: "resources" | "related", key: string, field: "label" | "url" | "date") =>
  `${list}.${key}.${field}`;
