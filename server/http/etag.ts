/** A strong ETag: the same for the same content only. */
export const etagOf = (version: string): string => `"${version}"`;

const ELEMENT = /[ \t]*(?:((?:W\/)?"[!#-~\x80-\xff]*")[ \t]*)?(?:,|$)/uy;

/** The tags in If-Match or If-None-Match; null if it is malformed. Weak tags match no version. */
export function readTags(header: string): "*" | string[] | null {
  if (header.trim() === "*") return "*";
  const tags: string[] = [];
  ELEMENT.lastIndex = 0;
  while (ELEMENT.lastIndex < header.length) {
    const found = ELEMENT.exec(header);
    if (!found) return null;
    if (found[1] !== undefined) tags.push(found[1]);
  }
  return tags.length > 0 ? tags : null;
}

/** Whether If-None-Match names this tag. A proxy that compresses makes tags weak, and those count here. */
export function isNamedBy(header: string | undefined, etag: string): boolean {
  const tags = header === undefined ? null : readTags(header);
  return tags === "*" || (tags ?? []).some((tag) => tag.replace(/^W\//u, "") === etag);
}
