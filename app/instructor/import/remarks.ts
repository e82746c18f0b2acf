import {
  type DebateForm,
  expertField,
  type PositionKey,
  paragraphField,
  rowField,
} from "#app/instructor/editor/debate-form.ts";
import type { Place, Warning } from "#debate/content/newsletter-remarks.ts";

/**
 * A warning of the reader, at the part of the form that it concerns. `key` is its place in the reading; `count` is how
 * many of its kind it stands for.
 */
export type Remark = { key: number; at: string; warning: Warning; count: number };

/** Where remarks go that concern words which are in no field. */
export const LEFT_OVER = "left-over";

/** What the instructor answers by confirming the sides, and so no remark. */
const ASKED_ANYWAY: readonly Warning["code"][] = ["sides-follow-order"];
/** Tidying that each title of a list may need: said once for all of them. */
const SAID_ONCE: readonly Warning["code"][] = ["quotes-cleaned"];

/** The reader names experts and paragraphs as they were read, so this holds for a form fresh from reading. */
export function remarksAt(form: DebateForm, warnings: readonly Warning[]): Remark[] {
  return warnings
    .map((warning, key): Remark => {
      const once = SAID_ONCE.includes(warning.code);
      const count = once ? warnings.filter(({ code }) => code === warning.code).length : 1;
      return { key, at: fieldOf(form, warning), warning, count };
    })
    .filter(({ warning, key }) => {
      const repeats =
        SAID_ONCE.includes(warning.code) && warnings.findIndex(({ code }) => code === warning.code) < key;
      return !repeats && !ASKED_ANYWAY.includes(warning.code);
    });
}

function fieldOf(form: DebateForm, warning: Warning): string {
  switch (warning.code) {
    case "sides-follow-order":
      return "sides";
    case "language-unsure":
      return "lang";
    case "resolution-unsure":
      return "resolution";
    case "no-series":
    case "series-unsure":
      return "series";
    case "no-volume":
      return "volume";
    case "no-issue":
      return "issue";
    case "no-date":
      return "date";
    case "no-introduction":
    case "introduction-unsure":
      return "introduction";
    case "expert-unsure":
      return ofExpert(form, warning.name, "name");
    case "no-role":
    case "role-unsure":
      return ofExpert(form, warning.name, "role");
    case "no-biography":
    case "biography-unsure":
      return ofExpert(form, warning.name, "biography");
    case "left-out":
    case "biography-unmatched":
    case "general-form":
    case "tables-flattened":
    case "images-left-out":
    case "comments-left-out":
    case "changes-accepted":
    case "page-lines-left-out":
    case "columns-read":
    case "columns-followed":
    case "vertical-read":
    case "hyphens-mended":
    case "pages-without-text":
      return LEFT_OVER;
    case "footnotes-moved":
      return "resources";
    case "break-unsure":
    case "column-unsure":
      return ofWords(form, warning.text);
    case "paragraphs-unsure":
    case "hyphen-kept":
      return ofPlace(form, warning.place);
    case "uneven-quotes":
      return ofPlace(form, warning.place, warning.paragraph);
    case "quotes-cleaned":
      return "related";
    case "related-no-date":
      return ofRelated(form, warning.label);
    case "no-editor":
    case "editor-unsure":
      return "editorName";
    default:
      return warning satisfies never;
  }
}

function ofExpert(form: DebateForm, name: string, field: "name" | "role" | "biography"): string {
  const position = form.positions.find((found) => found.name === name);
  return position ? expertField(position.key, field) : LEFT_OVER;
}

function ofPlace(form: DebateForm, place: Place, paragraph?: number): string {
  switch (place) {
    case "for":
    case "against": {
      const position = form.positions[place === "for" ? 0 : 1];
      const found = paragraph === undefined ? undefined : position.paragraphs[paragraph - 1];
      return found ? paragraphField(position.key, found.key) : paragraphsOf(position.key);
    }
    case "introduction":
      return "introduction";
    case "editor":
      return "editorBiography";
    case "resources":
      return "resources";
    case "biographies":
      return LEFT_OVER;
    default:
      return place satisfies never;
  }
}

/** The paragraph with these words, which a remark may have cut short. */
function ofWords({ positions }: DebateForm, words: string): string {
  const wanted = words.replace(/…$/, "");
  for (const { key, paragraphs } of positions) {
    const found = paragraphs.find(({ text }) => text.includes(wanted));
    if (found) return paragraphField(key, found.key);
  }
  return LEFT_OVER;
}

function ofRelated(form: DebateForm, label: string): string {
  const row = form.related.find((found) => found.label === label);
  return row ? rowField("related", row.key, "date") : "related";
}

/** Whether a remark still holds: the part that it concerns is there, and what was not found has not been filled in. */
export function isOpen(form: DebateForm, { at, warning }: Remark): boolean {
  const [first = "", second, key] = at.split(".");
  const lacks = warning.code.startsWith("no-") || warning.code === "related-no-date";
  if (first === "related") {
    const row = form.related.find((found) => found.key === second);
    return second === undefined || (row !== undefined && !(lacks && row.date.trim() !== ""));
  }
  const position = form.positions.find((found) => found.key === first);
  if (!position) return !(lacks && filled(form, first));
  if (key !== undefined) return position.paragraphs.some((paragraph) => paragraph.key === key);
  return !(lacks && filled(position, second));
}

function filled(fields: object, name: string | undefined): boolean {
  const text: unknown = Object.entries(fields).find(([field]) => field === name)?.[1];
  return typeof text === "string" && text.trim() !== "";
}

const paragraphsOf = (position: PositionKey) => `${position}.paragraphs`;
