import { groupedBy } from "#app/instructor/grouped.ts";

type Titled = { resolution: string };

/** Those of the debates whose title reads like this one. */
export function withSameTitle<Row extends Titled>(debates: readonly Row[], title: string): Row[] {
  const wanted = plain(title);
  return wanted === "" ? [] : debates.filter(({ resolution }) => plain(resolution) === wanted);
}

/** Those of the debates that share their title with another one. */
export function twinsIn<Row extends Titled>(debates: readonly Row[]): Set<Row> {
  const byTitle = groupedBy(debates, ({ resolution }) => plain(resolution));
  return new Set([...byTitle].flatMap(([title, rows]) => (title !== "" && rows.length > 1 ? rows : [])));
}

/** Without case, and without spaces, quotation marks and full stops around it. */
function plain(title: string): string {
  return title
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/^[\s"“”'.?!]+|[\s"“”'.?!]+$/gu, "");
}
