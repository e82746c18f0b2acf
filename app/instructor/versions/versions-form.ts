import type { Debate, Version } from "#debate/content/debate.ts";
import { plainText } from "#debate/content/plain-debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

/** A version while it is written: with a text for each paragraph of the original, which may be empty. */
export type VersionFields = { id: string; label: string; lang: string; resolution: string } & Record<
  Side,
  string[]
>;

/** Where a version does not fit yet: `paragraph` counts from 1, and is one too many where nothing is expected. */
export type Gap = { side: Side; paragraph: number; expected: number; found: number };

const originalOf = (debate: Debate, side: Side) =>
  debate.positions.find((position) => position.side === side)?.paragraphs ?? [];

export function fieldsOf(debate: Debate, version: Version): VersionFields {
  const { id, label, lang = "", resolution = "" } = version;
  return {
    id,
    label,
    lang,
    resolution,
    for: padded(debate, "for", version.for),
    against: padded(debate, "against", version.against),
  };
}

/** With a text for each paragraph that the original has, and all that there were. */
function padded(debate: Debate, side: Side, texts: readonly string[]): string[] {
  const length = Math.max(originalOf(debate, side).length, texts.length);
  return Array.from({ length }, (_, index) => texts[index] ?? "");
}

/** The same fields beside another original. */
export function besides(debate: Debate, fields: VersionFields): VersionFields {
  return {
    ...fields,
    for: padded(debate, "for", fields.for),
    against: padded(debate, "against", fields.against),
  };
}

export function blankVersion(debate: Debate, all: readonly VersionFields[], label: string): VersionFields {
  let number = all.length + 1;
  while (all.some(({ id }) => id === `version-${number}`)) number += 1;
  const lang = debate.lang ?? "";
  return besides(debate, { id: `version-${number}`, label, lang, resolution: "", for: [], against: [] });
}

/** [X1] The sentences of a paragraph as a class reads it, which are those that the server counts. */
export const sentencesIn = (format: Debate["format"], text: string): string[] =>
  sentencesOf(plainText(format, text).trim());

/** [X1] The paragraphs that have another number of sentences than the original's. */
export function gapsOf(debate: Debate, fields: VersionFields): Gap[] {
  return SIDES.flatMap((side) => {
    const original = originalOf(debate, side);
    return fields[side].flatMap((text, index) => {
      const expected = sentencesIn(debate.format, original[index]?.text ?? "").length;
      const found = sentencesIn(debate.format, text).length;
      return expected === found ? [] : [{ side, paragraph: index + 1, expected, found }];
    });
  });
}

/** The version to store. Leaves out empty texts beyond the last paragraph of the original. */
export function versionOf(debate: Debate, { id, label, lang, resolution, ...texts }: VersionFields): Version {
  const trimmed = (side: Side) => {
    const { length } = originalOf(debate, side);
    return texts[side].map((text) => text.trim()).filter((text, index) => index < length || text !== "");
  };
  return {
    ...{ id, label: label.trim(), for: trimmed("for"), against: trimmed("against") },
    ...(lang && { lang }),
    ...(resolution.trim() && { resolution: resolution.trim() }),
  };
}
