/** The sentences of the positions in sight, as they are on the page: of one tab, or of both columns. */
export function sentencesOn(): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>("[data-paragraph] [data-sentence]");
  return [...all].filter((sentence) => sentence.getClientRects().length > 0);
}

/** [E10] The spoken text of a sentence: of characters with a reading, only the characters. */
export function wordsIn(sentence: HTMLElement): string {
  const copy = sentence.cloneNode(true) as HTMLElement;
  for (const mark of copy.querySelectorAll("rt, rp")) mark.remove();
  return copy.textContent?.trim() ?? "";
}

/** Pixels that fixed bars cover at the top and bottom of the page. */
const TOP = 100;
const BOTTOM = 140;

/** The first sentence in sight, to begin where the reader is. */
export function firstInSight(sentences: readonly HTMLElement[]): number {
  const at = sentences.findIndex((sentence) => sentence.getBoundingClientRect().bottom > TOP);
  return Math.max(0, at);
}

/** Marks the one sentence that is spoken, and brings it into sight; null for none. */
export function mark(spoken: HTMLElement | null): void {
  for (const sentence of document.querySelectorAll<HTMLElement>("[data-spoken]"))
    delete sentence.dataset.spoken;
  if (!spoken) return;
  spoken.dataset.spoken = "";
  const { top, bottom } = spoken.getBoundingClientRect();
  if (top < TOP || bottom > window.innerHeight - BOTTOM) spoken.scrollIntoView({ block: "center" });
}
