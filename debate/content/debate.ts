import { z } from "zod";
import { DEBATE_LIMITS, READING_LEVELS, TAG_LIMITS, VERSION_LIMITS } from "#debate/content/debate-limits.ts";
import { kitWith } from "#debate/content/kit.ts";
import { isLanguage, LANGUAGE_TAG, languageOfDebate } from "#debate/content/language.ts";
import { MARKS } from "#debate/content/marks.ts";
import { isCleanPicture, PICTURE_LIMITS } from "#debate/content/pictures.ts";
import { debateText, optionalDebateText as optionalText, VersionId } from "#debate/content/text-fields.ts";
import { listOf } from "#debate/rules/at-most.ts";
import type { Side } from "#debate/rules/choices.ts";
import { webAddressOf } from "#debate/rules/incoming-links.ts";

/** [D5] As exact as the source: `2019`, `2019-02` or `2019-02-28`. */
export const PublicationDate = z.union([z.iso.date(), z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)]);

const FINISHED = { text: debateText, least: 1 };
/** [D22] A draft may lack anything. */
const UNFINISHED = { text: optionalText, least: 0 };

const paragraphWith = ({ text } = FINISHED) => ({
  n: z.int().positive(),
  text: text(DEBATE_LIMITS.paragraph),
  quoted: z.boolean().optional(),
});

/** [D24] With what a class's copy says of a paragraph that was written in Markdown. */
const frozenWith = (given = FINISHED) => ({
  ...paragraphWith(given),
  marks: listOf(
    z.object({
      as: z.enum(MARKS),
      from: z.int().nonnegative(),
      to: z.int().positive(),
      href: z.string().max(DEBATE_LIMITS.url).optional(),
    }),
    DEBATE_LIMITS.marks,
  ).optional(),
});

/** [D47] A picture of a position. What a class reads has no `data`, which is a request of its own. */
const pictureWith = (object: typeof z.strictObject) =>
  object({
    alt: debateText(PICTURE_LIMITS.alt),
    width: z.int().positive().max(PICTURE_LIMITS.side),
    height: z.int().positive().max(PICTURE_LIMITS.side),
    data: z
      .base64()
      .max(Math.ceil(PICTURE_LIMITS.bytes / 3) * 4)
      .optional()
      .describe("PNG, JPEG or WebP without metadata, in base64."),
  });

type Pictured = { picture?: { data?: string | undefined; width: number; height: number } | undefined };
/** [D47] Every picture is whole. */
const arePictures = (positions: readonly Pictured[]) =>
  positions.every(
    ({ picture }) =>
      !picture || (picture.data !== undefined && isCleanPicture({ ...picture, data: picture.data })),
  );
const PICTURE = { error: "a picture is a PNG, JPEG or WebP file of its size, without metadata" };

/**
 * The fields of a debate, with objects that refuse unknown keys or drop them. `text` is for what must not be empty, and `least`
 * how many paragraphs a position has at least.
 */
function fieldsWith<P extends z.ZodType<{ n: number }>>(
  object: typeof z.strictObject,
  paragraph: P,
  { text, least } = FINISHED,
) {
  const expert = object({
    name: text(DEBATE_LIMITS.name),
    honorific: text(DEBATE_LIMITS.honorific).optional(),
    role: optionalText(DEBATE_LIMITS.role),
    institution: text(DEBATE_LIMITS.role).optional(),
    biography: text(DEBATE_LIMITS.biography).optional(),
  });
  // [D2] Rebuttals and credits refer to a paragraph by its number.
  const paragraphs = listOf(paragraph, DEBATE_LIMITS.paragraphs, least).refine(
    (each) => each.every(({ n }, index) => n === index + 1),
    { error: "paragraphs are numbered 1, 2, 3, ..." },
  );
  const positionOn = <S extends Side>(side: S) =>
    object({ side: z.literal(side), expert, paragraphs, picture: pictureWith(object).optional() });
  const lang = z
    .string()
    .max(DEBATE_LIMITS.lang, { abort: true })
    .regex(LANGUAGE_TAG)
    .refine(isLanguage)
    .optional();
  const texts = listOf(text(DEBATE_LIMITS.paragraph), DEBATE_LIMITS.paragraphs, 1);
  const version = object({
    id: VersionId,
    label: text(VERSION_LIMITS.label),
    lang,
    resolution: text(DEBATE_LIMITS.resolution).optional(),
    for: texts,
    against: texts,
  });
  return {
    lang,
    tags: listOf(text(TAG_LIMITS.tag), TAG_LIMITS.tags).optional(),
    level: z.enum(READING_LEVELS).optional(),
    /** How paragraphs are written; plain text without it. */
    format: z.literal("markdown").optional(),
    resolution: text(DEBATE_LIMITS.resolution),
    series: text(DEBATE_LIMITS.series).optional(),
    volume: z.int().positive().optional(),
    issue: z.int().positive().optional(),
    date: PublicationDate.optional(),
    introduction: optionalText(DEBATE_LIMITS.introduction),
    editor: object({
      name: text(DEBATE_LIMITS.name),
      biography: optionalText(DEBATE_LIMITS.biography),
    }).optional(),
    positions: z.tuple([positionOn("for"), positionOn("against")]),
    resources: listOf(
      object({ label: text(DEBATE_LIMITS.label), url: webAddressOf(DEBATE_LIMITS.url).optional() }),
      DEBATE_LIMITS.resources,
    ),
    related: listOf(
      object({ label: text(DEBATE_LIMITS.label), date: PublicationDate.optional() }),
      DEBATE_LIMITS.related,
    ),
    rights: text(DEBATE_LIMITS.rights),
    kit: kitWith(object).optional(),
    /** The positions in other words: simpler, or in another language. */
    versions: listOf(version, VERSION_LIMITS.versions)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
        error: "two versions of one id",
      })
      .optional(),
  };
}

const content = fieldsWith(z.strictObject, z.strictObject(paragraphWith()));

/**
 * [D6] A debate as an instructor edits and saves it: everything but the id, which the store assigns. Refuses unknown
 * fields [D3] and any order of positions but for, against [D1].
 */
export const DebateDraft = z.strictObject({
  ...content,
  positions: content.positions.refine(arePictures, PICTURE),
});
export type DebateDraft = z.infer<typeof DebateDraft>;

const unfinished = fieldsWith(z.strictObject, z.strictObject(paragraphWith(UNFINISHED)), UNFINISHED);

/** [D22] The same while it is being written. */
export const UnfinishedDraft = z.strictObject({
  ...unfinished,
  positions: unfinished.positions.refine(arePictures, PICTURE),
});

const id = z.string().regex(new RegExp(`^[A-Za-z0-9_-]{1,${DEBATE_LIMITS.id}}$`));

/** [D22] A debate as the library holds it: finished, or a draft. */
export const LibraryDebate = z.strictObject({ id, ...UnfinishedDraft.shape });

/** One issue's content, in the format of the contract. */
export const Debate = z.strictObject({
  id,
  ...fieldsWith(z.strictObject, z.strictObject(frozenWith())),
});
export type Debate = z.infer<typeof Debate>;

/** Without keys of a later release, which may share the database. */
const StoredDebate = z.object({ id, ...fieldsWith(z.object, z.object(frozenWith(UNFINISHED)), UNFINISHED) });

export type Position = Debate["positions"][number];
export type Expert = Position["expert"];
export type Paragraph = Position["paragraphs"][number];
export type Version = NonNullable<DebateDraft["versions"]>[number];

/** [E6] Reads a stored debate. If it names no language, as older ones do, the language is guessed from its text. */
export function storedDebate(content: string): Debate {
  const debate = StoredDebate.parse(JSON.parse(content));
  const { lang } = languageOfDebate(debate);
  return lang === undefined ? debate : { ...debate, lang };
}

/** [E6] Without a language that its words tell with certainty, so that a debate has one text, and one version, with and without it. */
export function contentToStore(debate: Debate): string {
  const { lang, ...plain } = debate;
  const guess = languageOfDebate(plain);
  return JSON.stringify(guess.sure && guess.lang === lang ? plain : debate);
}
