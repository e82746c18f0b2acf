import { DebateDraft, type Expert, type Paragraph } from "#debate/content/debate.ts";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { languageOfDebate } from "#debate/content/language.ts";
import { isResolution, readFront } from "#debate/content/newsletter-front.ts";
import { hasUnevenQuotes, isQuotation, paragraphsOf } from "#debate/content/newsletter-paragraphs.ts";
import { addBiographies, readEditor, readExpert } from "#debate/content/newsletter-people.ts";
import { readReferences } from "#debate/content/newsletter-references.ts";
import { beginning, type Missing, type Place, type Warning } from "#debate/content/newsletter-remarks.ts";
import { type ExpertSection, expertsIn, namesIn, sectionsOf } from "#debate/content/newsletter-sections.ts";
import { linesOf, unreadable } from "#debate/content/newsletter-text.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

/** [N16] The rights of an imported draft until the instructor changes them. */
export const IMPORTED_RIGHTS =
  "Imported by the instructor for classroom use; rights remain with the publisher.";

const IMPORTED_RIGHTS_IN_JAPANESE = "授業で使うために教員が取り込んだ文章です。権利は発行元に帰属します。";

export type NewsletterReading =
  | { ok: true; draft: DebateDraft; warnings: Warning[] }
  | { ok: false; missing: Missing[] };

/**
 * [N1] Reads the plain text of a newsletter as a debate. It never throws, takes linear time, and warns about
 * everything it was unsure of [N15].
 */
export function readNewsletter(text: string): NewsletterReading {
  const obstacle = unreadable(text);
  if (obstacle) return { ok: false, missing: [obstacle] };

  const warnings: Warning[] = [];
  const { lines, copyright } = withoutCopyright(linesOf(text));
  const sections = sectionsOf(lines);
  // Positions follow the introduction, or the front matter of a newsletter without one.
  const biographies = sections.biographies.join(" ");
  const isRepeated = namesIn(biographies);
  const expertsOf = (isLoose: boolean) => {
    const inFront = expertsIn(sections.front, isRepeated, isLoose);
    const inIntroduction = expertsIn(sections.introduction, isRepeated, isLoose);
    const experts = inOrder([...inFront.experts, ...inIntroduction.experts]);
    return { experts, opening: openingOf(inFront.before, inIntroduction.before) };
  };
  // [N7] Loose headings are for texts that would be refused without them.
  const strict = expertsOf(false);
  const loose = strict.experts.length === 2 ? strict : expertsOf(true);
  const { experts, opening } = loose.experts.length === 2 ? loose : strict;
  const front = readFront(opening.front, warnings);

  const missing = missingFrom(front.resolution, experts);
  const [first, second] = experts;
  if (missing.length > 0 || !first || !second) return { ok: false, missing };

  const introduction = readIntroduction(front.rest, opening.introduction, sections.hasIntroduction, warnings);
  const positions = [first, second].map((section, index) => readPosition(section, index, warnings));
  addBiographies(
    positions.map(({ expert }) => expert),
    sections.biographies,
    warnings,
  );
  const references = readReferences(sections.resources, warnings);
  const editor = readEditor(sections.editor, warnings);
  const resources = references.resources.map(({ label }) => label).join(" ");
  const texts = { introduction, biographies, resources, editor: editor?.biography ?? "" };
  for (const place of ["introduction", "biographies", "resources", "editor"] as const) {
    if (hasUnevenQuotes(texts[place])) warnings.push({ code: "uneven-quotes", place });
  }
  // [N8] The text doesn't say who is for, so its order decides until the instructor does.
  warnings.unshift({ code: "sides-follow-order", for: first.name, against: second.name });

  const { resolution = "", series, volume, issue, date } = front;
  const read = { resolution, series, volume, issue, date, introduction, editor, positions, ...references };
  return finished(read, copyright, warnings);
}

/** A debate as it was read, before it is known to be one. */
export type Read = Pick<DebateDraft, "resolution" | "introduction" | "resources" | "related"> & {
  positions: { side: Side; expert: Expert; paragraphs: Paragraph[] }[];
} & { [Field in "series" | "volume" | "issue" | "date" | "editor"]?: DebateDraft[Field] | undefined };

/** [N16] What was read, with its language and rights, as a draft, or why it is none. */
export function finished(read: Read, copyright: readonly string[], warnings: Warning[]): NewsletterReading {
  const tooLong = overLimits(read);
  if (tooLong.length > 0) return { ok: false, missing: tooLong };
  const { lang, sure } = languageOfDebate(read);
  if (!sure) warnings.push({ code: "language-unsure" });
  const rights = [lang === "ja" ? IMPORTED_RIGHTS_IN_JAPANESE : IMPORTED_RIGHTS, ...copyright].join(" ");
  const draft = DebateDraft.safeParse(withoutUndefined({ lang, ...read, rights }));
  if (draft.success) return { ok: true, draft: draft.data, warnings };
  const fields = new Set(draft.error.issues.map(({ path }) => path.join(".")));
  return { ok: false, missing: [...fields].slice(0, 20).map((field) => ({ code: "does-not-fit", field })) };
}

/** What is said more clearly than which field does not fit. */
function overLimits({ resolution, positions }: Read): Missing[] {
  const missing: Missing[] = [];
  const { resolution: longest, paragraphs: most } = DEBATE_LIMITS;
  if (resolution.length > longest)
    missing.push({ code: "resolution-too-long", count: resolution.length, limit: longest });
  for (const { expert, paragraphs } of positions) {
    const count = paragraphs.length;
    if (count > most) missing.push({ code: "too-many-paragraphs", name: expert.name, count, limit: most });
  }
  return missing;
}

/** [N8] [E8] For first, where the headings say who is for. */
const inOrder = (experts: ExpertSection[]) =>
  experts.length === 2 && (experts[0]?.side === "against" || experts[1]?.side === "for")
    ? experts.toReversed()
    : experts;

/** Front matter and introduction; a resolution printed below "From the Editor" is moved up. */
function openingOf(front: string[], introduction: string[]) {
  const at = front.some(isResolution) ? -1 : introduction.findIndex(isResolution);
  if (at === -1) return { front, introduction };
  return { front: [...front, introduction[at] ?? ""], introduction: introduction.toSpliced(at, 1, "") };
}

function missingFrom(resolution: string | undefined, experts: readonly ExpertSection[]): Missing[] {
  const missing: Missing[] = [];
  if (resolution === undefined) missing.push({ code: "no-resolution" });
  const [only] = experts;
  if (only === undefined) missing.push({ code: "no-positions" });
  else if (experts.length === 1) missing.push({ code: "one-position", name: only.name });
  else if (experts.length > 2) missing.push({ code: "too-many-positions", count: experts.length });
  return missing;
}

function readIntroduction(
  front: string[],
  lines: string[],
  hasHeading: boolean,
  warnings: Warning[],
): string {
  const leftOver = paragraphsOf(front).texts;
  if (leftOver.length > 0) {
    const text = beginning(leftOver.join(" | "), 300);
    warnings.push(hasHeading ? { code: "left-out", text } : { code: "introduction-unsure" });
  }
  const introduction = hasHeading ? textsOf(lines, "introduction", warnings) : leftOver;
  if (introduction.length === 0) warnings.push({ code: "no-introduction" });
  return introduction.join("\n\n");
}

function readPosition(section: ExpertSection, index: number, warnings: Warning[]) {
  const side = SIDES[index === 0 ? 0 : 1];
  if (!section.sure) warnings.push({ code: "expert-unsure", name: section.name });
  const expert = readExpert(section, warnings);
  const paragraphs = textsOf(section.body, side, warnings).map((text, at): Paragraph => {
    if (hasUnevenQuotes(text)) warnings.push({ code: "uneven-quotes", place: side, paragraph: at + 1 });
    return { n: at + 1, text, ...(isQuotation(text) ? { quoted: true } : {}) };
  });
  return { side, expert, paragraphs };
}

function textsOf(lines: readonly string[], place: Place, warnings: Warning[]): string[] {
  const { texts, unsure, hyphens } = paragraphsOf(lines);
  if (unsure) warnings.push({ code: "paragraphs-unsure", place });
  for (const word of new Set(hyphens)) warnings.push({ code: "hyphen-kept", place, word });
  return texts;
}

/** [N16] The publisher's notice, wherever it is, belongs to the rights. */
export function withoutCopyright(lines: readonly string[]) {
  const isNotice = (line: string) =>
    line.length <= 300 && /^(?:©|\(c\) ?\d|copyright (?:©|\(c\)|\d|by)|無断転載|著作権)/i.test(line);
  return {
    lines: lines.filter((line) => !isNotice(line)),
    copyright: [...new Set(lines.filter(isNotice))].slice(0, 3),
  };
}

const withoutUndefined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
