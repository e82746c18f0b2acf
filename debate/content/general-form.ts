import { bylineOf, takeByline } from "#debate/content/bylines.ts";
import type { Expert, Paragraph } from "#debate/content/debate.ts";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { caseOf } from "#debate/content/expert-words.ts";
import type { Read } from "#debate/content/newsletter.ts";
import { isResolution, readFront } from "#debate/content/newsletter-front.ts";
import { isJapanese } from "#debate/content/newsletter-japanese.ts";
import { isQuotation, paragraphsOf } from "#debate/content/newsletter-paragraphs.ts";
import { addBiographies, readEditor, readExpert } from "#debate/content/newsletter-people.ts";
import { readReferences } from "#debate/content/newsletter-references.ts";
import { beginning, type Missing, type Warning } from "#debate/content/newsletter-remarks.ts";
import { expertsIn, headingOf, unmarked } from "#debate/content/newsletter-sections.ts";
import { isSources, sideOfHeading } from "#debate/content/side-headings.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

const INTRODUCTION = /^(?:introduction|background|context|overview|summary|はじめに|背景|概要|導入)$/i;

type Section = { at: number; heading: string; level: number; side?: Side; rest: string; body: string[] };
type Texts = [Section, Section];
export type GeneralReading =
  | { ok: true; read: Read; warnings: Warning[] }
  | { ok: false; missing: Missing[] };

/**
 * [U6] Reads a text that is no newsletter: a resolution, and two texts under headings. Headings that say a side count first, then
 * any two that are marked as headings or stand alone.
 */
export function readGeneral(lines: readonly string[]): GeneralReading {
  const warnings: Warning[] = [{ code: "general-form" }];
  const { front, sections } = sectionsOf(lines);
  const texts = textsAmong(sections, front);
  const begins = texts[0]?.at ?? sections.length;
  const opening = sections
    .slice(0, begins)
    .flatMap(({ heading, level, body }) => [level <= MARKED ? `# ${heading}` : heading, ...body]);
  const title = titleOf([...front, ...opening], warnings);
  const missing = missingFrom(title, texts);
  if (missing.length > 0 || !title || !isPair(texts)) return { ok: false, missing };

  const used = new Set(texts.flatMap(({ at, subsections }) => [at, ...subsections]));
  const rest = sections.filter(({ at }) => at > begins && !used.has(at));
  const under = (is: (heading: string) => boolean) =>
    rest.filter(({ heading }) => is(heading)).flatMap(({ body }) => body);
  const positions = inOrder(texts, warnings).map((text, index) =>
    positionOf(text, SIDES[index === 0 ? 0 : 1], warnings),
  );
  const biographies = under((heading) => headingOf(heading) === "biographies");
  const experts = positions.map(({ expert }) => expert);
  if (biographies.length > 0) addBiographies(experts, biographies, warnings);
  const editor = under((heading) => headingOf(heading) === "editor");
  for (const { heading, body } of rest.filter((section) => !isRead(section.heading)))
    warnings.push({ code: "left-out", text: [heading, ...body].filter((line) => line !== "").join(" | ") });
  return {
    ok: true,
    warnings,
    read: {
      ...title.fields,
      introduction: introductionOf(title.rest, warnings),
      ...(editor.length > 0 && { editor: readEditor(editor, warnings) }),
      positions,
      ...readReferences(under(isSources), warnings),
    },
  };
}

/**
 * Whether one heading says that it is for and one that it is against. Japanese newsletters have those, too, so there it counts where
 * both texts have bylines, or where the text is no newsletter (`isOther`). [E8]
 */
export function hasBothSides(lines: readonly string[], isOther = false): boolean {
  const [first, second, more] = sectionsOf(lines).sections.filter(({ side }) => side !== undefined);
  if (!first || !second || more || first.side === second.side) return false;
  return isOther || [first, second].every(({ heading, body }) => !isJapanese(heading) || takeByline(body));
}

/** The lines above the first heading, and what is below each. */
function sectionsOf(lines: readonly string[]): { front: string[]; sections: Section[] } {
  const hasMarks = lines.filter((line) => /^#{1,6} /.test(line)).length > 1;
  const front: string[] = [];
  const sections: Section[] = [];
  for (const [at, line] of lines.entries()) {
    const level = headingLevel(lines, at, hasMarks);
    if (level === 0 || (front.length === 0 && sections.length === 0 && !hasMarks)) {
      (sections.at(-1)?.body ?? front).push(line);
      continue;
    }
    const named = sideOfHeading(line);
    sections.push({
      at: sections.length,
      heading: unmarked(line),
      level,
      body: [],
      rest: named?.rest ?? "",
      ...(named && { side: named.side }),
    });
  }
  return { front, sections };
}

/** The lowest level that a marked heading can have. */
const MARKED = 6;

/** A marked heading has a level; one that says a side or stands alone counts like the lowest; 0 is none. */
function headingLevel(lines: readonly string[], at: number, hasMarks: boolean): number {
  const line = lines[at] ?? "";
  const marked = /^(#{1,6}) /.exec(line)?.[1]?.length;
  if (marked !== undefined) return marked;
  const plain = unmarked(line);
  if (plain === "" || isResolution(line) || bylineOf(line)) return 0;
  const isApart = (lines[at - 1] ?? "") === "";
  if (isApart && sideOfHeading(line)) return 7;
  if (isSources(plain) || INTRODUCTION.test(plain)) return 7;
  const isBold = /^\*\*[^*]+\*\*:?$/.test(line);
  if (hasMarks && !isBold) return 0;
  const isShort =
    plain.length <= 80 &&
    !/[.!?。！？…,;、]["”’」』）)]*$/.test(plain) &&
    !/^(?:[-•・>]|\d+[.)]) /.test(plain);
  return isApart && (lines[at + 1] ?? "") === "" && isShort ? 7 : 0;
}

/** A section with the sections below it, as paragraphs of their own. */
type Whole = Section & { subsections: number[] };

/** The texts: those under headings that say a side, else the two with bylines, else those of one level. */
function textsAmong(sections: readonly Section[], front: readonly string[]): Whole[] {
  const sided = sections.filter(({ side }) => side !== undefined);
  if (sided.length > 0) return withSubsections(sections, sided);
  const other = sections.filter(({ heading }) => !isKnown(heading));
  const signed = other.filter(({ body }) => takeByline(body));
  if (signed.length === 2) return withSubsections(sections, signed);
  for (const level of [1, 2, 3, 4, 5, 6, 7]) {
    const texts = withSubsections(
      sections,
      other.filter((section) => section.level === level),
    );
    // The title may be a heading like those of the texts.
    const hasTitle = texts.length === 3 && texts[0]?.at === 0 && front.every((line) => line === "");
    if (texts.length > 1) return hasTitle ? texts.slice(1) : texts;
  }
  return [];
}

/** Whether what is under a heading is no text of a side. Texts may have an introduction of their own. */
const isRead = (heading: string) =>
  isSources(heading) || (headingOf(heading) !== undefined && !INTRODUCTION.test(heading));
const isKnown = (heading: string) => isRead(heading) || INTRODUCTION.test(heading);

/** [U13] Any heading up to the next text is a subheading, and in the last text those that the first one has, too. */
function withSubsections(sections: readonly Section[], chosen: readonly Section[]): Whole[] {
  const [first, second] = chosen;
  const levels = new Set(sections.slice((first?.at ?? 0) + 1, second?.at).map(({ level }) => level));
  return chosen.flatMap((section, index): Whole[] => {
    const next = chosen[index + 1];
    const after = sections.slice(section.at + 1, next?.at);
    const isEnd = ({ heading, level }: Section) =>
      isRead(heading) || (!next && level <= MARKED && level <= section.level && !levels.has(level));
    const end = after.findIndex(isEnd);
    const below = end === -1 ? after : after.slice(0, end);
    const body = [...section.body, ...below.flatMap(({ heading, body: own }) => ["", heading, "", ...own])];
    const subsections = below.map(({ at }) => at);
    return body.some((line) => line !== "") ? [{ ...section, body, subsections }] : [];
  });
}

const isPair = (texts: readonly Whole[]): texts is [Whole, Whole] => texts.length === 2;

function missingFrom(title: Title | undefined, texts: readonly Section[]): Missing[] {
  const missing: Missing[] = [];
  if (!title) missing.push({ code: "no-resolution" });
  const [only] = texts;
  const names = beginning(texts.map(({ heading }) => heading).join(", "), 200);
  if (!only) missing.push({ code: "no-texts" });
  else if (texts.length === 1) missing.push({ code: "one-text", name: only.heading });
  else if (texts.length > 2) missing.push({ code: "too-many-texts", count: texts.length, names });
  return missing;
}

/** [N8] For first; the order of the text decides where the headings don't say. */
function inOrder([first, second]: Texts, warnings: Warning[]): Texts {
  if (first.side !== undefined && first.side !== second.side)
    return first.side === "against" ? [second, first] : [first, second];
  warnings.push({ code: "sides-follow-order", for: first.heading, against: second.heading });
  return [first, second];
}

type Title = { fields: Omit<ReturnType<typeof readFront>, "rest"> & { resolution: string }; rest: string[] };

/** [U7] What "RESOLVED" or 論題 precedes, else the first heading, else the first line. */
function titleOf(lines: readonly string[], warnings: Warning[]): Title | undefined {
  const own: Warning[] = [];
  const { rest, ...fields } = readFront(lines, own);
  warnings.push(...own.filter(({ code }) => !code.startsWith("no-")));
  const { resolution: said } = fields;
  if (said !== undefined) return { fields: { ...fields, resolution: said }, rest };
  let at = rest.findIndex((line) => /^#{1,6} /.test(line) && !INTRODUCTION.test(unmarked(line)));
  if (at === -1) at = rest.findIndex((line) => line !== "");
  const line = rest[at] ?? "";
  const resolution = unmarked(line).replace(/^(?:motion|question|topic|debate|テーマ|お題)\s?[:：]\s?/i, "");
  if (resolution === "" || resolution.length > DEBATE_LIMITS.resolution) return undefined;
  warnings.push({ code: "resolution-unsure", resolution: beginning(resolution) });
  return { fields: { ...fields, resolution }, rest: rest.toSpliced(at, 1, "") };
}

function introductionOf(lines: readonly string[], warnings: Warning[]): string {
  const texts = paragraphsOf(lines.filter((line) => !INTRODUCTION.test(unmarked(line)))).texts.map(unmarked);
  if (texts.length > 0 && !lines.some((line) => INTRODUCTION.test(unmarked(line))))
    warnings.push({ code: "introduction-unsure" });
  return texts.join("\n\n");
}

function positionOf(section: Section, side: Side, warnings: Warning[]) {
  const { expert, body } = expertOf(section, side, warnings);
  const { texts, unsure } = paragraphsOf(body);
  if (unsure) warnings.push({ code: "paragraphs-unsure", place: side });
  const paragraphs = texts.map(
    (text, at): Paragraph => ({ n: at + 1, text, ...(isQuotation(text) ? { quoted: true } : {}) }),
  );
  return { side, expert, paragraphs };
}

/** Who argues: a byline, a name below or behind the heading, else the heading itself where it is a name of its own. */
function expertOf(section: Section, side: Side, warnings: Warning[]): { expert: Expert; body: string[] } {
  const named = section.rest || (section.side === undefined ? section.heading : "");
  const found = personIn(section.body);
  if (found) {
    const expert = readExpert(found.person, warnings);
    // A headline is a part of the text.
    const isHeadline = named !== "" && !named.includes(expert.name);
    return { expert, body: isHeadline ? [named, "", ...found.body] : found.body };
  }
  if (named !== "") {
    const name = beginning(named, DEBATE_LIMITS.name);
    warnings.push({ code: "expert-unsure", name });
    return { expert: { name, role: "" }, body: section.body };
  }
  return {
    expert: { name: caseOf(side, isJapanese(section.heading) ? "ja" : "en"), role: "" },
    body: section.body,
  };
}

/** A byline in the first lines, or a courteous name in the very first. */
function personIn(lines: readonly string[]) {
  const signed = takeByline(lines);
  if (signed) return signed;
  const { experts, before } = expertsIn(lines, () => false);
  const [person] = experts;
  const isFirst = experts.length === 1 && person?.sure && before.every((line) => line === "");
  return isFirst ? { person, body: person.body } : undefined;
}
