// Limits and words of classes and marks, without a schema, whose library every page would load.

/** The most classes of an instructor, and students of a class. */
export const CLASSES = 60;
export const STUDENTS = 1_000;
/** The most lines of a list that is read for a preview. */
export const LIST_LINES = 20_000;
export const CLASS_NAME_LENGTH = 60;
export const STUDENT_NAME_LENGTH = 80;
/** Of a student's number in the school's system. */
export const STUDENT_NUMBER_LENGTH = 40;
/** Of the word that a class types to see its names. */
export const CLASS_WORD_LENGTH = { least: 4, most: 40 } as const;

/** What a column of a list holds. */
export const COLUMN_USES = ["name", "given", "family", "number", "group", "none"] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** [Q4] Why a line of a list needs a look. Only `same-name` is kept: two students of one name. */
export const LINE_PROBLEMS = [
  "empty",
  "too-long",
  "formula",
  "unreadable",
  "repeated",
  "same-name",
  "over",
] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** Why a list can't be read. The page has the words; `spreadsheet`: save it as CSV. */
export const LIST_FAULTS = [
  "empty-file",
  "wrong-type",
  "spreadsheet",
  "encrypted",
  "corrupt",
  "unpacks-too-large",
  "too-hard",
  "file-too-large",
] as const;
export type ListFault = (typeof LIST_FAULTS)[number];
/** `windows-1252`: what Excel saves in Western Europe. */
export const LIST_ENCODINGS = ["utf-8", "utf-16", "shift_jis", "windows-1252"] as const;
