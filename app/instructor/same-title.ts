import { titleKey } from "#debate/content/searching.ts";

/** Those of the debates whose title reads like this one. */
export function withSameTitle<Row extends { resolution: string }>(
  debates: readonly Row[],
  title: string,
): Row[] {
  const wanted = titleKey(title);
  return wanted === "" ? [] : debates.filter(({ resolution }) => titleKey(resolution) === wanted);
}
