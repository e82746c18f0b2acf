/** More than this of a text does not change what is found. */
export const READ = 6_000;
/** Fewer characters of Han may be a Japanese name as well as Chinese. */
export const ENOUGH = 20;

/** What each script is most often used for. Scripts have the names that languages have for theirs. */
export const USUAL_LANGUAGE = {
  Latn: "en",
  Jpan: "ja",
  Hans: "zh",
  Kore: "ko",
  Cyrl: "ru",
  Grek: "el",
  Arab: "ar",
  Hebr: "he",
  Deva: "hi",
  Thai: "th",
} as const;
export type Script = keyof typeof USUAL_LANGUAGE;
const SCRIPTS = Object.keys(USUAL_LANGUAGE) as Script[];

/** Where the letters have another name. Kana makes a text Japanese, whatever Han is beside it. */
const LETTERS: { [S in Script]?: string } = { Jpan: "Hira}\\p{Script=Kana", Hans: "Hani", Kore: "Hang" };
const PATTERNS = new Map(
  SCRIPTS.map((script) => [script, new RegExp(`[\\p{Script=${LETTERS[script] ?? script}}]`, "gu")]),
);

export const lettersOf = (script: Script, text: string) =>
  text.match(PATTERNS.get(script) ?? "")?.length ?? 0;

/** The script with the most letters, of which one of Japanese or Chinese counts as three. */
export function scriptOf(text: string): Script | undefined {
  let best: Script | undefined;
  let most = 0;
  for (const script of SCRIPTS) {
    const letters = lettersOf(script, text) * (script === "Hans" || script === "Jpan" ? 3 : 1);
    if (letters > most) [best, most] = [script, letters];
  }
  return best === "Hans" && lettersOf("Jpan", text) > 0 ? "Jpan" : best;
}

/**
 * [E7] The language of a piece of writing beside content in `usual`: that one if its script can be, else the usual one of
 * the script, and "" (unknown) where a few characters may be Japanese or Chinese.
 */
export function languageOfWords(text: string, usual: string | undefined): string | undefined {
  const read = text.slice(0, READ);
  const script = scriptOf(read);
  if (script === undefined || (usual !== undefined && isWrittenIn(usual, script))) return usual;
  // Without content beside it, Latin script may be anything.
  if (script === "Latn" && usual === undefined) return "";
  return script === "Hans" && lettersOf(script, read) < ENOUGH ? "" : USUAL_LANGUAGE[script];
}

function isWrittenIn(lang: string, script: Script): boolean {
  // Most often: asking the browser takes longer than all else here.
  if (lang === USUAL_LANGUAGE[script]) return true;
  const own = new Intl.Locale(lang).maximize().script;
  return own === script || (script === "Hans" && (own === "Jpan" || own === "Hant" || own === "Kore"));
}
