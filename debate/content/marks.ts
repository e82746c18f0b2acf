/** What Markdown can say of a piece of a paragraph. An `item` is a line of a list, `quote` the lines of a quotation. */
export const MARKS = ["em", "strong", "link", "item", "quote"] as const;

/** Of the plain text, from one place to another. `href` is where a link leads. */
export type Mark = { as: (typeof MARKS)[number]; from: number; to: number; href?: string | undefined };
