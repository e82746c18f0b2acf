/** A language as BCP 47 names it, such as `ja` or `pt-BR`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** The languages that the editor offers, and that a guess can name. */
export const CONTENT_LANGUAGES = [
  ..."en ja zh ko fr de es it pt ru uk el ar fa he hi th".split(" "),
] as const;

/** More than this of a text does not change the guess. */
const READ = 6_000;
/** Fewer letters of a script are a name or a term. */
const ENOUGH = 20;

const SCRIPTS = {
  Latn: /\p{Script=Latin}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hani: /\p{Script=Han}/gu,
  Hang: /\p{Script=Hangul}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Thai: /\p{Script=Thai}/gu,
} as const;
type Script = keyof typeof SCRIPTS;

/** What a script is most often written in, and letters that show that it is another language. */
const BY_SCRIPT = {
  Kana: { lang: "ja" },
  Hani: { lang: "zh" },
  Hang: { lang: "ko" },
  Cyrl: { lang: "ru", other: "uk", letters: /[іїєґ]/iu },
  Grek: { lang: "el" },
  Arab: { lang: "ar", other: "fa", letters: /[پچژگ]/u },
  Hebr: { lang: "he" },
  Deva: { lang: "hi" },
  Thai: { lang: "th" },
} as const satisfies Record<Exclude<Script, "Latn">, { lang: string; other?: string; letters?: RegExp }>;

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
  const { lang, ...rest } = BY_SCRIPT[script];
  // A few characters of Han are as likely a Japanese name.
  if (script === "Hani" && lettersOf("Hani", text) < ENOUGH) return { sure: false };
  if ("letters" in rest && rest.letters.test(text)) return { lang: rest.other, sure: false };
  return { lang, sure: true };
}

const lettersOf = (script: Script, text: string) => text.match(SCRIPTS[script])?.length ?? 0;

/** The script with the most letters. Any Kana makes a text Japanese, and one character of these stands for about three letters. */
function scriptOf(text: string): Script | undefined {
  let best: { script?: Script; letters: number } = { letters: 0 };
  for (const script of Object.keys(SCRIPTS) as Script[]) {
    const letters = lettersOf(script, text) * (script === "Hani" || script === "Kana" ? 3 : 1);
    if (letters > best.letters) best = { script, letters };
  }
  const { script } = best;
  return script === "Hani" && lettersOf("Kana", text) > 0 ? "Kana" : script;
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

/**
 * [E7] The language of a piece of writing beside content in `usual`: that one if its script can be, else a guess, and
 * "" (unknown) where there is none.
 */
export function languageOfWords(text: string, usual: string | undefined): string | undefined {
  const script = scriptOf(text.slice(0, READ));
  if (usual !== undefined && (script === undefined || isWrittenIn(usual, script))) return usual;
  return guessLanguage(text).lang ?? (script === undefined || usual === undefined ? undefined : "");
}

/** The scripts that the scripts of mixed writing consist of. */
const MIXED: Record<string, readonly string[]> = {
  Jpan: ["Kana", "Hani"],
  Kore: ["Hang", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
};

function isWrittenIn(lang: string, script: Script): boolean {
  const usual = new Intl.Locale(lang).maximize().script ?? "";
  return (MIXED[usual] ?? [usual]).includes(script);
}
