/** About as many letters as a page of the wall has, where each is as wide as high. */
const PAGE_LETTERS = 300;

/** [V26] About how many pages a text takes on the wall at most. */
export function pagesAbout(text: string): number {
  const letters = [...text].reduce(
    (sum, letter) => sum + (/[\p{Lu}\u2e80-\u{10ffff}]/u.test(letter) ? 1 : 0.5),
    0,
  );
  return Math.max(1, Math.ceil(letters / PAGE_LETTERS));
}
