import type { Debate } from "#debate/content/debate.ts";
import { languageOfDebate } from "#debate/content/language.ts";
import { type Length, lengthOf } from "#debate/content/reading-time.ts";
import { searchable, titleKey } from "#debate/content/searching.ts";
import { present } from "#debate/rules/present.ts";

/** What a shelf shows of a debate. It is kept beside the debate, so that no list reads whole debates [D15]. */
export type Listing = Pick<
  Debate,
  "resolution" | "lang" | "series" | "volume" | "issue" | "date" | "level" | "tags"
> & {
  /** The title as it is compared with others. */
  key: string;
  /** For first. */
  experts: [string, string];
  paragraphs: [number, number];
  /** Of both positions together. */
  length: Length;
  related: Debate["related"];
};

/** Of a newsletter's other resolutions a shelf shows so many. */
const RELATED_LISTED = 40;

export function listingOf(debate: Debate): Listing {
  const { resolution, series, volume, issue, date, level, tags, positions, related } = debate;
  const { lang } = languageOfDebate(debate);
  const [first, second] = positions;
  return {
    resolution,
    key: titleKey(resolution),
    ...present({ lang, series, volume, issue, date, level, tags }),
    experts: [first.expert.name, second.expert.name],
    paragraphs: [first.paragraphs.length, second.paragraphs.length],
    length: lengthOf(
      positions.flatMap(({ paragraphs }) => paragraphs),
      lang,
    ),
    related: related.slice(0, RELATED_LISTED),
  };
}

/** [D14] What a search looks through. */
export function searchedOf({ resolution, series, tags = [], positions }: Debate): string {
  const texts = positions.flatMap(({ expert, paragraphs }) => [
    expert.name,
    expert.role,
    expert.institution ?? "",
    ...paragraphs.map(({ text }) => text),
  ]);
  return searchable([resolution, series ?? "", ...tags, ...texts].join("\n"));
}
