import type { Page } from "playwright/test";

/** [F24] What a page calls otherwise than it shows it, and a second heading of the first level: a line each. */
export function namesUnlike(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const plain = (words: string) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
    const shown = (element: Element): string =>
      [...element.childNodes]
        .map((node) => {
          if (node instanceof Text) return node.data;
          if (
            !(node instanceof HTMLElement) ||
            node.matches(".sr-only, [aria-hidden=true]") ||
            !node.checkVisibility()
          )
            return "";
          return shown(node);
        })
        .join(" ");
    const faults: string[] = [];
    const named = "button, a, summary, select, input, textarea, [role=tab], [role=switch], [role=radio]";
    for (const control of document.querySelectorAll<HTMLElement>(named)) {
      const name = control.getAttribute("aria-label");
      if (!name || !control.checkVisibility() || control.closest("[inert]")) continue;
      const label = control instanceof HTMLInputElement ? control.closest("label") : null;
      const isField = control.matches("select, textarea, input");
      // Counts beside the words are in the name in words.
      const words = plain(isField ? shown(label ?? document.createElement("p")) : shown(control)).replace(
        /(^| )\p{N}+( \p{N}+)*$/u,
        "",
      );
      if (words && !plain(name).startsWith(words)) faults.push(`“${words}” is called “${name}”`);
    }
    const headings = [...document.querySelectorAll("h1")].filter((each) => each.checkVisibility());
    if (headings.length !== 1) faults.push(`${headings.length} headings of the first level`);
    return faults;
  });
}
