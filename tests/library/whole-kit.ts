import type { Debate } from "#debate/content/debate.ts";
import { LESSON_MINUTES } from "#debate/content/kit.ts";
import { languageOfDebate } from "#debate/content/language.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";

const NEEDED = ["before", "reading", "rebuttal", "after", "results"] as const;
/** Of activities that few sessions have. */
const NOTED = LESSON_PHASES.filter((phase) => !phase.startsWith("switch"));
const FEWEST_TERMS = 8;

/** [D37] What a debate of the library lacks, a line each. */
export function lacksOf(debate: Debate): string[] {
  const { lang, tags = [], level, introduction, resources, rights, kit = {} } = debate;
  const lacks: string[] = [];
  const needs = (isThere: boolean, what: string) => void (isThere || lacks.push(what));
  needs(languageOfDebate({ ...debate, lang: undefined }).lang === lang, `lang: the text is not ${lang}`);
  needs(tags.length >= 2 && level !== undefined, "tags (the first is its subject) and level");
  needs(introduction.length > 200 && rights !== "", "introduction and rights");
  needs(resources.length >= 4, "resources: at least four");
  needs(
    resources.every(({ url }) => url !== undefined),
    "resources: an address each",
  );
  needs(new Set(resources.map(({ label }) => label)).size === resources.length, "resources: each once");
  const { objectives = [], plans = [], glossary = [], questions = [], exitTicket = [], notes = {} } = kit;
  needs(objectives.length >= 3, "objectives: at least three");
  needs(`${plans.map(({ minutes }) => minutes)}` === `${LESSON_MINUTES}`, `plans: ${LESSON_MINUTES} minutes`);
  for (const { minutes, steps } of plans) {
    const sum = steps.reduce((all, step) => all + step.minutes, 0);
    needs(sum === minutes, `plan of ${minutes} minutes: its steps take ${sum}`);
    const phases = steps.flatMap(({ phase }) => phase ?? []);
    const inOrder = LESSON_PHASES.filter((phase) => phases.includes(phase));
    needs(
      `${phases}` === `${inOrder}`,
      `plan of ${minutes} minutes: phases once each, in the lesson's order`,
    );
    needs(
      NEEDED.every((phase) => phases.includes(phase)),
      `plan of ${minutes} minutes: ${NEEDED}`,
    );
  }
  const text = [
    debate.resolution,
    introduction,
    ...debate.positions.flatMap((side) => side.paragraphs.map((each) => each.text)),
  ].join("\n");
  const terms = glossary.map(({ term }) => term);
  needs(terms.length >= FEWEST_TERMS, `glossary: at least ${FEWEST_TERMS} terms`);
  needs(new Set(terms).size === terms.length, "glossary: each term once");
  for (const term of terms) needs(text.includes(term), `glossary: "${term}" is not in the text`);
  needs(questions.length === 4, "questions: four");
  needs(exitTicket.length === 2, "exit ticket: two questions");
  needs(`${Object.keys(notes).toSorted()}` === `${NOTED.toSorted()}`, `notes: ${NOTED}`);
  needs(kit.licence?.includes("MIT") ?? false, "license: MIT");
  return lacks;
}
