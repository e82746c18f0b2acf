import { TITLES } from "#debate/content/debate-markdown.ts";
import { fromLine, fromLines } from "#debate/content/debate-markdown-lines.ts";
import {
  eachPart,
  entriesOf,
  type Faults,
  given,
  headFields,
  leaf,
  listIn,
  type Part,
  parts,
  proseReader,
} from "#debate/content/debate-markdown-parts.ts";

/** The parts of a lesson kit. */
export function readKit(part: Part, faults: Faults) {
  const prose = proseReader(faults);
  const texts = (list: Part) =>
    entriesOf(list, faults).map(({ text, below }) => {
      if (below !== undefined) faults.push(below);
      return fromLine(text);
    });
  const each = <T>(of: Part, read: (title: string, part: Part) => T) => eachPart(of, read, faults);
  const read = parts<unknown>(
    part,
    {
      [TITLES.objectives]: texts,
      [TITLES.plans]: (plans) =>
        each(plans, (title, plan) => ({
          minutes: Number(/^(\d+) minutes$/u.exec(title)?.[1]),
          steps: texts(plan).map((line) => step(line)),
        })),
      [TITLES.glossary]: (terms) => each(terms, (term, meaning) => ({ term, meaning: prose(meaning) })),
      [TITLES.questions]: (questions) => each(questions, (title, asked) => question(title, asked, faults)),
      [TITLES.exitTicket]: texts,
      [TITLES.notes]: (notes) =>
        Object.fromEntries(each(notes, (phase, note) => [phase, prose(note)] as const)),
    },
    faults,
  );
  return given({
    ...headFields(part, ["licence"], faults),
    objectives: read[TITLES.objectives],
    plans: read[TITLES.plans],
    glossary: read[TITLES.glossary],
    questions: read[TITLES.questions],
    exitTicket: read[TITLES.exitTicket],
    notes: read[TITLES.notes],
  });
}

/** `5 min, before: What happens.` */
function step(line: string) {
  const [, minutes, phase, what] = /^(\d+) min(?:, ([a-z-]+))?: (.*)$/su.exec(line) ?? [];
  return given({ minutes: Number(minutes), phase, what });
}

function question(title: string, part: Part, faults: Faults) {
  const { entries, rest } = listIn(leaf(part, faults));
  const options = entries.map(({ text, below }) => {
    const [, mark, option = ""] = /^\[([ x])\] (.*)$/u.exec(text) ?? [];
    if (mark === undefined || below !== undefined) faults.push(text);
    return { isRight: mark === "x", option: fromLine(option) };
  });
  if (options.filter(({ isRight }) => isRight).length !== 1) faults.push(title);
  const why = fromLines(rest);
  return {
    question: title,
    options: options.map(({ option }) => option),
    answer: options.findIndex(({ isRight }) => isRight),
    ...(why !== "" && { why }),
  };
}
