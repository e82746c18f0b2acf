import { withoutReadings } from "#debate/content/readings.ts";

/** As many characters tell what one student wrote from the others. */
const BEGINNING = 60;
/** How many of them it gives up to end with a whole word; where words have no spaces it ends anywhere. */
const BACK = 15;

export function beginningOf(written = ""): string {
  const words = withoutReadings(written);
  if (words.length <= BEGINNING) return words;
  const kept: string[] = [];
  for (const character of charactersOf(words)) {
    if (kept.length === BEGINNING) return `${upToSpace(kept).join("").trimEnd()} …`;
    kept.push(character);
  }
  return words;
}

function upToSpace(characters: readonly string[]): readonly string[] {
  const space = characters.findLastIndex((each) => /\s/u.test(each));
  return space >= BEGINNING - BACK ? characters.slice(0, space) : characters;
}

let segmenter: Intl.Segmenter | undefined;

/** As people see them: a family emoji is one. Browsers from before 2024 may only tell its parts. */
function* charactersOf(text: string): Iterable<string> {
  if (!("Segmenter" in Intl)) return yield* text;
  // It takes longer to make than to use.
  segmenter ??= new Intl.Segmenter();
  for (const { segment } of segmenter.segment(text)) yield segment;
}
