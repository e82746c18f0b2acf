import type { Debate, DebateDraft, Expert, Position, Version } from "#debate/content/debate.ts";
import { FILE_FORMAT, versionOfFile } from "#debate/content/debate-file.ts";
import { paragraphLines, toLine, toLines } from "#debate/content/debate-markdown-lines.ts";
import type { Kit } from "#debate/content/kit.ts";
import { bytesOf, headerOf } from "#debate/content/pictures.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";

/** The titles of a file's parts, which say what is in them: the same in every language. */
export const TITLES = {
  introduction: "Introduction",
  for: "For",
  against: "Against",
  biography: "Biography",
  position: "Position",
  picture: "Picture",
  editor: "Editor",
  resources: "Resources",
  related: "Related",
  rights: "Rights",
  kit: "Lesson kit",
  objectives: "Objectives",
  plans: "Plans",
  glossary: "Glossary",
  questions: "Questions",
  exitTicket: "Exit ticket",
  notes: "Notes",
  versions: "Reading texts",
} as const;

/** [D30] A debate as Markdown with front matter, every field of it. `debate-markdown-reader.ts` reads it again. */
export function writeMarkdown(debate: Debate | DebateDraft): string {
  const { resolution, introduction, editor, positions, resources, related, rights, kit, versions } = debate;
  const [first, second] = positions;
  const lines = [
    ...frontMatter(debate, versionOfFile([debate])),
    "",
    `# ${toLine(resolution)}`,
    ...part(2, TITLES.introduction, introduction && ["", ...toLines(introduction, "prose")]),
    ...position(TITLES.for, first),
    ...position(TITLES.against, second),
    ...part(2, TITLES.editor, editor && [...fields({ name: editor.name }), ...after(editor.biography)]),
    ...part(2, TITLES.resources, list(resources.map(({ label, url }) => [label, url]))),
    ...part(2, TITLES.related, list(related.map(({ label, date }) => [label, date]))),
    ...part(2, TITLES.rights, ["", ...toLines(rights, "prose")]),
    ...part(2, TITLES.kit, kit && kitLines(kit)),
    ...part(2, TITLES.versions, versions?.flatMap(version)),
  ];
  return `${lines.join("\n")}\n`;
}

/** What is flat, as JSON values, which are YAML, too. */
function frontMatter(
  { lang, tags, level, format, series, volume, issue, date }: DebateDraft,
  version: number,
): string[] {
  const flat = { lang, tags, level, paragraphs: format, series, volume, issue, date };
  const known = Object.entries({ format: FILE_FORMAT, version, ...flat });
  const written = known.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ["---", ...written, "---"];
}

/** A part with its heading; nothing where there is no such part. */
function part(level: number, title: string, lines: readonly string[] | "" | undefined): string[] {
  return lines === undefined || lines === "" ? [] : ["", `${"#".repeat(level)} ${toLine(title)}`, ...lines];
}

const after = (text: string | undefined) => (text ? ["", ...toLines(text, "afterList")] : []);

/** Each with what belongs to it, if anything, on a line below it. */
function list(entries: readonly (readonly [string, string | undefined])[]): string[] {
  const lines = entries.flatMap(([entry, below]) => [
    `- ${toLine(entry)}`,
    ...(below === undefined ? [] : [`  ${below}`]),
  ]);
  return lines.length === 0 ? [] : ["", ...lines];
}

function fields(named: Record<string, string | undefined>): string[] {
  const known = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`- ${name}: ${toLine(value)}`],
  );
  return known.length === 0 ? [] : ["", ...known];
}

function position(title: string, { expert, paragraphs, picture }: Position): string[] {
  const { biography, ...who }: Expert = expert;
  return [
    ...part(2, title, fields(who)),
    ...part(3, TITLES.biography, biography && ["", ...toLines(biography, "prose")]),
    ...part(3, TITLES.position, paragraphLines(paragraphs)),
    ...part(3, TITLES.picture, picture && pictureLines(picture)),
  ];
}

/** [D47] As Markdown writes a picture, with the file itself in it. */
function pictureLines({ alt, data = "" }: NonNullable<Position["picture"]>): string[] {
  const type = headerOf(bytesOf(data))?.type;
  return type ? ["", `![${toLine(alt)}](data:${type};base64,${data})`] : [];
}

function kitLines({ objectives, plans, glossary, questions, exitTicket, notes, licence }: Kit): string[] {
  const simple = (texts: readonly string[] | undefined) =>
    texts && list(texts.map((text) => [text, undefined]));
  const step = ({ minutes, phase, what }: NonNullable<Kit["plans"]>[number]["steps"][number]) =>
    `- ${minutes} min${phase === undefined ? "" : `, ${phase}`}: ${toLine(what)}`;
  return [
    ...fields({ licence }),
    ...part(3, TITLES.objectives, simple(objectives)),
    ...part(
      3,
      TITLES.plans,
      plans?.flatMap(({ minutes, steps }) => part(4, `${minutes} minutes`, ["", ...steps.map(step)])),
    ),
    ...part(
      3,
      TITLES.glossary,
      glossary?.flatMap(({ term, meaning }) => part(4, term, ["", ...toLines(meaning, "prose")])),
    ),
    ...part(
      3,
      TITLES.questions,
      questions?.flatMap(({ question, options, answer, why }) => {
        const marked = options.map(
          (option, index) => `- [${index === answer ? "x" : " "}] ${toLine(option)}`,
        );
        return part(4, question, ["", ...marked, ...after(why)]);
      }),
    ),
    ...part(3, TITLES.exitTicket, simple(exitTicket)),
    ...part(
      3,
      TITLES.notes,
      notes &&
        LESSON_PHASES.flatMap((phase) =>
          part(4, phase, notes[phase] && ["", ...toLines(notes[phase], "prose")]),
        ),
    ),
  ];
}

function version({ id, label, lang, resolution, ...texts }: Version): string[] {
  return [
    ...part(3, id, fields({ label, lang, resolution })),
    ...part(4, TITLES.for, paragraphLines(texts.for.map((text) => ({ text })))),
    ...part(4, TITLES.against, paragraphLines(texts.against.map((text) => ({ text })))),
  ];
}
