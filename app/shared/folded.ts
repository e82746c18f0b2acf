/** Text as it is searched: in any case, and in full or half width. */
export const folded = (text: string) => text.normalize("NFKC").toLowerCase();
