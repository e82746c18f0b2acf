import type { z } from "zod";
import type { Debate, DebateDraft, Paragraph, Position, Version } from "#debate/content/debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { swapVersions } from "#debate/content/swap-sides.ts";
import type * as sessions from "#debate/protocol/answers/sessions.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import { foldedText, type Quote, quotesParagraph } from "#debate/rules/rebuttals.ts";

/** Where a version does not fit its original: in how many sentences of a paragraph, or without `paragraph`, in how many paragraphs. */
export type Misfit = { version: string; side: Side; paragraph?: number; expected: number; found: number };

/** [X1] Where a version differs from the original in its number of paragraphs, or of sentences in one. */
export function misfitsOf(
  { positions }: Pick<DebateDraft, "positions">,
  version: Pick<Version, "id" | Side>,
): Misfit[] {
  return positions.flatMap(({ side, paragraphs }) => {
    const texts = version[side];
    const misfit = (expected: number, found: number, paragraph?: number): Misfit[] =>
      expected === found
        ? []
        : [{ version: version.id, side, ...(paragraph !== undefined && { paragraph }), expected, found }];
    const count = misfit(paragraphs.length, texts.length);
    if (count.length > 0) return count;
    return paragraphs.flatMap(({ n, text }, index) =>
      misfit(sentencesOf(text).length, sentencesOf(texts[index] ?? "").length, n),
    );
  });
}

/**
 * [X2] The misfits that a save would store. A version that is stored in these words already may stay, also [D7] with its sides
 * swapped: else no one could edit an original that has versions.
 */
export function newMisfits(draft: DebateDraft, stored: Pick<DebateDraft, "versions">): Misfit[] {
  const known = [...(stored.versions ?? []), ...swapVersions(stored.versions ?? [])];
  const isStored = (version: Version) =>
    known.some((each) => each.id === version.id && SIDES.every((side) => isSame(each[side], version[side])));
  return (draft.versions ?? []).flatMap((version) => (isStored(version) ? [] : misfitsOf(draft, version)));
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((text, index) => text === others[index]);

/** [X2] A debate as a class gets it: with the versions that fit. */
export function withFittingVersions(debate: Debate): Debate {
  const { versions, ...rest } = debate;
  const fitting = versions?.filter((version) => misfitsOf(debate, version).length === 0) ?? [];
  return fitting.length > 0 ? { ...rest, versions: fitting } : rest;
}

/** What everyone in a class sees of a version. */
export type VersionName = z.infer<typeof sessions.VersionName>;

/**
 * [X4] A debate as a class reads it: with one version's words in the positions, and only the names of all. `version`: whose
 * words these are; the original's without it.
 */
export type ReadDebate = z.infer<typeof sessions.ReadDebate>;

/** [X4] The debate in the words of a version; in its own where it has no such version. */
export function inVersion({ versions, ...debate }: Debate, id?: string): ReadDebate {
  const chosen = versions?.find((version) => version.id === id);
  const { positions } = withoutPictures(debate);
  return {
    ...debate,
    positions,
    ...(versions && { versions: versions.map(nameOf) }),
    ...(chosen && {
      version: chosen.id,
      resolution: chosen.resolution ?? debate.resolution,
      positions: [inWords(positions[0], chosen.for), inWords(positions[1], chosen.against)],
    }),
  };
}

/** [D47] The debate without the files of its pictures, which pages ask for by themselves. */
export function withoutPictures<D extends Pick<Debate, "positions">>(debate: D): D {
  const [first, second] = debate.positions;
  return { ...debate, positions: [withoutPicture(first), withoutPicture(second)] };
}

function withoutPicture<P extends Position>(position: P): P {
  if (!position.picture) return position;
  const { data: _, ...picture } = position.picture;
  return { ...position, picture };
}

/** [Y1] The debate without the teacher's material: of the kit only the glossary. */
export function withoutKit({ kit, ...debate }: Debate): Debate {
  return kit?.glossary ? { ...debate, kit: { glossary: kit.glossary } } : debate;
}

/** The debate as sent to a class: without the teacher's material, and [X4] in the words of one version. */
export function debateForClass(debate: Debate, version?: string): ReadDebate {
  return inVersion(withoutKit(debate), version);
}

function inWords<P extends { paragraphs: Paragraph[] }>(position: P, texts: readonly string[]): P {
  // Nothing else of a paragraph, such as where its words are marked, is of other words.
  const paragraphs = position.paragraphs.map(({ n, text, quoted }, index) => ({
    n,
    text: texts[index] ?? text,
    ...(quoted && { quoted }),
  }));
  return { ...position, paragraphs };
}

const nameOf = ({ id, label, lang }: Version): VersionName => ({ id, label, ...(lang && { lang }) });

/** The language of a version's words, or of the original's. */
export function languageOf({ lang, versions }: ReadDebate, version: string | undefined): string | undefined {
  return versions?.find(({ id }) => id === version)?.lang ?? lang;
}

/** The language of the positions that are read. */
export const languageRead = (debate: ReadDebate) => languageOf(debate, debate.version);

/** [R3] [X3] Whether a quotation is in the words of the version that it names, or of the original; null if there is no such text. */
export function quotes(debate: Debate, quote: Quote): boolean | null {
  const text = textsAt(debate, quote).find(({ version }) => version === quote.version)?.text;
  return text === undefined ? null : quotesParagraph(quote.exact, text);
}

/**
 * [X3] A quotation with the version whose words it has, and the sentences that these touch. The version is found again in
 * the words, so nothing of it is stored: the original's if it has them, else the first version's that does.
 */
export function located(debate: Debate, { side, n, exact }: Quote): Quote {
  const quote = { side, n, exact };
  if (!debate.versions) return quote;
  const found = textsAt(debate, quote).find(({ text }) => quotesParagraph(exact, text));
  if (!found) return quote;
  const { version, text } = found;
  return { ...quote, ...(version !== undefined && { version }), sentences: sentencesTouched(text, exact) };
}

/** One paragraph in the original and in each version. */
function textsAt({ positions, versions = [] }: Debate, { side, n }: Quote) {
  const original = positions.find((position) => position.side === side)?.paragraphs[n - 1]?.text;
  return [
    { version: undefined, text: original },
    ...versions.map((version) => ({ version: version.id, text: version[side][n - 1] })),
  ].flatMap(({ version, text }) => (text === undefined ? [] : [{ version, text }]));
}

/** The first and the last sentence of a paragraph that some words of it touch, counted from 1. */
export function sentencesTouched(paragraph: string, exact: string): [number, number] {
  const words = foldedText(exact);
  const start = Math.max(0, foldedText(paragraph).indexOf(words));
  let end = 0;
  const ends = sentencesOf(paragraph.trimStart()).map((sentence) => {
    end += foldedText(`${sentence}.`).length - 1;
    return end;
  });
  const at = (place: number) =>
    Math.max(
      0,
      ends.findIndex((each) => place < each),
    ) + 1;
  return [at(start), at(start + words.length - 1)];
}

/**
 * [X3] The same sentences in the words that the reader has before them; null where the quotation is in these words already,
 * or where they are not known.
 */
export function asRead(
  { version, positions }: Pick<ReadDebate, "version" | "positions">,
  quote: Quote,
): string | null {
  if (!quote.sentences || quote.version === version) return null;
  const paragraph = positions.find(({ side }) => side === quote.side)?.paragraphs[quote.n - 1];
  const [first, last] = quote.sentences;
  const words =
    paragraph &&
    sentencesOf(paragraph.text)
      .slice(first - 1, last)
      .join("")
      .trim();
  return words || null;
}
