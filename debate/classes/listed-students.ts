import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import {
  type LineProblem,
  STUDENT_NAME_LENGTH,
  STUDENT_NUMBER_LENGTH,
  STUDENTS,
} from "#debate/rules/classes.ts";
import { FORMULA_SIGNS } from "#debate/rules/formulas.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { readName } from "#debate/rules/names.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** A student as a line says: `whole` is what another line must be the same as to be a repetition. */
export type Listed = {
  line: number;
  given: string;
  family: string;
  name: string;
  number: string;
  /** Numbers of different groups are different. */
  group: string;
  whole: string;
};
type Students = Pick<ListPreview, "students" | "problems">;

/** Of a problem's text, in characters. */
const SHOWN = 80;
/** [W1] How much of a cell is cleaned, in characters: more is too long in any case. */
const READ = 400;
/** What stands in no name: what undecodable bytes become, controls, and signs that UTF-8 and Japanese become in another encoding. */
const UNREADABLE = /[\uFFFD\u0080-\u009F¡-©«-¯±-³µ¶¸¹»-¿×÷]/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** How spreadsheets are told to keep the zeros of a number: ="0042". */
const KEPT_TEXT = /^="([^"]*)"$/u;

/** [Q4] The students of a list, and the lines that need a look. */
export function studentsIn(list: readonly Listed[]): Students {
  const students: Students["students"] = [];
  const problems: Students["problems"] = [];
  const seen = { wholes: new Set<string>(), numbers: new Set<string>(), names: new Set<string>() };
  for (const listed of list) {
    const { line } = listed;
    const name = read(nameOf(listed));
    const number = read(listed.number.slice(0, READ).trim().replace(KEPT_TEXT, "$1"));
    const say = (what: LineProblem) => problems.push({ line, what, text: shown(name || read(listed.whole)) });
    const fault = faultOf(listed, name, number);
    const numbered = number && `${listed.group}\n${number}`;
    if (fault) say(fault);
    else if (seen.wholes.has(listed.whole) || seen.numbers.has(numbered)) say("repeated");
    else if (students.length === STUDENTS) {
      say("over");
      break;
    } else {
      if (seen.names.has(glance(name))) say("same-name");
      students.push({ line, name, ...(number && { number }) });
      seen.names.add(glance(name));
      seen.wholes.add(listed.whole);
      if (numbered) seen.numbers.add(numbered);
    }
  }
  return { students, problems };
}

function faultOf(listed: Listed, name: string, number: string): LineProblem | null {
  const { given, family } = listed;
  const typed = [given, family, listed.name, listed.number];
  if (typed.some((cell) => UNREADABLE.test(cell))) return "unreadable";
  if (name === "") return "empty";
  if ([given, family, name, number].some((cell) => FORMULA_SIGNS.has(cell.trim().charAt(0))))
    return "formula";
  return countCharacters(name) > STUDENT_NAME_LENGTH || countCharacters(number) > STUDENT_NUMBER_LENGTH
    ? "too-long"
    : null;
}

/** East Asian names begin with the family's. */
function nameOf({ name, given, family }: Listed): string {
  if (name.trim()) return name;
  return (EAST_ASIAN.test(given + family) ? [family, given] : [given, family]).join(" ");
}

const read = (cell: string): string => readName(cell.slice(0, READ)) ?? "";

const shown = (text: string) => [...text].slice(0, SHOWN).join("");
