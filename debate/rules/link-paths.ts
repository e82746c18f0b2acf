import { LINKS, type Link } from "#debate/rules/rights.ts";

const LINK_PAGES = { screen: "screen", assistant: "host", results: "results" } satisfies Record<Link, string>;

/** The path that a link of a session opens, with its key. */
export function linkPath(code: string, link: Link, key: string): string {
  return `/${LINK_PAGES[link]}/${code}?key=${key}`;
}

/** A session and the keys of its links; null for a link that does not exist. */
export type Linked = { code: string; keys: Record<Link, string | null> };

/** The links of a session that exist. */
export function linksOf({ code, keys }: Linked): Partial<Record<Link, string>> {
  const made = LINKS.flatMap((link) =>
    keys[link] === null ? [] : [[link, linkPath(code, link, keys[link])]],
  );
  return Object.fromEntries(made);
}
