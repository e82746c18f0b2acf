import type { FileFault, FileRemark } from "#debate/content/file-remarks.ts";
import type { Side } from "#debate/rules/choices.ts";

/** The part of a newsletter that a remark is about. */
export type Place = Side | "introduction" | "biographies" | "resources" | "editor";

/** Why a text could not be read as a debate. Codes only; the page has the words. */
export type Missing =
  | { code: "empty" }
  | { code: "not-text" }
  | { code: "too-long"; limit: number }
  | { code: "no-resolution" }
  | { code: "no-positions" }
  | { code: "one-position"; name: string }
  | { code: "too-many-positions"; count: number }
  | { code: "no-texts" }
  | { code: "one-text"; name: string }
  | { code: "too-many-texts"; count: number; names: string }
  | { code: "resolution-too-long"; count: number; limit: number }
  | { code: "too-many-paragraphs"; name: string; count: number; limit: number }
  | { code: "does-not-fit"; field: string }
  | { code: FileFault }
  // [D31] Of an exported file.
  | { code: "broken-file"; line: string }
  | { code: "newer-file" };

/** [N15] What the reader was unsure about, for the instructor to check before saving. */
export type Warning =
  | FileRemark
  | { code: "general-form" }
  | { code: "sides-follow-order"; for: string; against: string }
  | { code: "resolution-unsure"; resolution: string }
  | { code: "no-series" }
  | { code: "series-unsure"; series: string }
  | { code: "no-volume" }
  | { code: "no-issue" }
  | { code: "no-date" }
  | { code: "no-introduction" }
  | { code: "introduction-unsure" }
  | { code: "left-out"; text: string }
  | { code: "expert-unsure"; name: string }
  | { code: "no-role"; name: string }
  | { code: "role-unsure"; name: string; line: string }
  | { code: "no-biography"; name: string }
  | { code: "biography-unsure"; name: string; text: string }
  | { code: "biography-unmatched"; text: string }
  | { code: "paragraphs-unsure"; place: Place }
  | { code: "hyphen-kept"; place: Place; word: string }
  | { code: "uneven-quotes"; place: Place; paragraph?: number }
  | { code: "quotes-cleaned"; label: string }
  | { code: "related-no-date"; label: string }
  | { code: "language-unsure" }
  | { code: "no-editor" }
  | { code: "editor-unsure"; text: string };

/** The beginning of a text, short enough to show within a remark. */
export const beginning = (text: string, longest = 80) =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
