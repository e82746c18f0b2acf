import { ENOUGH, lettersOf, READ, type Script, scriptOf, USUAL_LANGUAGE } from "#debate/content/script.ts";

/** A language as BCP 47 names it, such as `ja` or `pt-BR`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** Whether browsers take it as a language: `en-12` has the form of a tag and is none. */
export function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "";
  } catch {
    return false;
  }
}

/** The languages that the editor offers, and that a guess can name. */
export const CONTENT_LANGUAGES = [
  ..."en ja zh ko fr de es it pt ru uk el ar fa he hi th".split(" "),
] as const;

/** Letters that show that a script is used for another language than usual. */
const OTHERS: { [S in Script]?: { lang: string; letters: RegExp } } = {
  Cyrl: { lang: "uk", letters: /[іїєґ]/iu },
  Arab: { lang: "fa", letters: /[پچژگ]/u },
};

/** Very common words; those of two languages count for both. */
const COMMON = Object.entries({
  en: "the and of to is that with for are was in should could will it not a be",
  fr: "le la les des du de et est une un dans que pour pas sur doit au",
  de: "der die das und ist nicht ein eine mit den von zu im auf soll dem",
  es: "el la los las de y es una un que por en con del debe no se",
  it: "il la di che e è un una per non del della gli con deve i",
  pt: "o a os as de e é uma um que não do da em para com deve",
}).map(([lang, words]) => ({ lang, words: new Set(words.split(" ")) }));

/** A language, and whether it is certain. Without one the text is too short to tell, or in none of those known here. */
export type Guess = { lang?: string; sure: boolean };

/** [E6] The language of a text, by its script, and by very common words where the script is Latin. Linear in the length. */
export function guessLanguage(whole: string): Guess {
  const text = whole.slice(0, READ);
  const script = scriptOf(text);
  if (script === undefined) return { sure: false };
  if (script === "Latn") return guessLatin(text);
  if (script === "Hans" && lettersOf(script, text) < ENOUGH) return { sure: false };
  const other = OTHERS[script];
  if (other?.letters.test(text)) return { lang: other.lang, sure: false };
  return { lang: USUAL_LANGUAGE[script], sure: true };
}

function guessLatin(text: string): Guess {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first, second] = COMMON.map(({ lang, words }) => ({
    lang,
    count: found.filter((word) => words.has(word)).length,
  })).toSorted((one, other) => other.count - one.count);
  if (!first || !second || first.count === second.count) return { sure: false };
  return { lang: first.lang, sure: first.count >= 5 && first.count >= 1.5 * second.count };
}

type Words = {
  lang?: string | undefined;
  resolution: string;
  introduction: string;
  positions: readonly { paragraphs: readonly { text: string }[] }[];
};

/** [E6] A debate's language: the one it says, else a guess from its own words. */
export function languageOfDebate({ lang, resolution, introduction, positions }: Words): Guess {
  if (lang !== undefined) return { lang, sure: true };
  const paragraphs = positions.flatMap((position) => position.paragraphs.slice(0, 4).map(({ text }) => text));
  return guessLanguage([resolution, ...paragraphs, introduction].join("\n"));
}
