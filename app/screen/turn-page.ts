/** What tells the text that is on show. */
export const PAGE_TURN = "resolved-page-turn";

/** [V26] Turns the pages of a long text by hand, 1 on or -1 back. */
export function turnPage(by: 1 | -1): void {
  window.dispatchEvent(new CustomEvent(PAGE_TURN, { detail: by }));
}
