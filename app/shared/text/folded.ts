/** Text for searching: lower case, full-width and half-width letters alike. */
export const folded = (text: string) => text.normalize("NFKC").toLowerCase();
