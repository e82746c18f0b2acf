/** The heading of the view that is shown: each view has one, and those in hidden tabs stay in the page. */
export function visibleHeading(): HTMLElement | null {
  const headings = [...document.querySelectorAll<HTMLElement>("#content h1[tabindex]")];
  return headings.find((heading) => heading.offsetParent !== null) ?? null;
}
