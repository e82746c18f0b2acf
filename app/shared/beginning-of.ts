/** As many characters tell what one student wrote from the others. */
const BEGINNING = 60;

export function beginningOf(words = ""): string {
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING).replace(/\s\S*$/u, "")} …` : words;
}
