export type Paper = "report" | "summary";
type Ways = { key?: string | undefined; as?: "class" | undefined };

/** The address of a session's results, or of them on paper, opened in the same way: with the key of a link [A2], or as the class. */
export function paperLink(code: string, paper: Paper | null, { key, as }: Ways = {}): string {
  const query = new URLSearchParams({ ...(key !== undefined && { key }), ...(as && { as }) });
  const path = paper === null ? `/results/${code}` : `/results/${code}/${paper}`;
  return query.size === 0 ? path : `${path}?${query}`;
}
