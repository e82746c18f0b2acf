const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** "[^1]", as Markdown has it, "[1]" or "¹". */
const MARK = new RegExp(`\\[\\^?(?<id>[\\w-]{1,20})\\]|(?<raised>[${RAISED}]{1,3})`, "gu");
const NOTE = new RegExp(`^(?:${MARK.source}):?\\s{0,8}(?=\\S)`, "u");

type Groups = { id?: string; raised?: string } | undefined;
const idOf = (groups: Groups) =>
  groups?.id ?? [...(groups?.raised ?? "")].map((digit) => RAISED.indexOf(digit)).join("");
const raised = (digits: string) => digits.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));

/**
 * [U14] A text without its footnotes, and these: lines that begin with the mark of an earlier line. Their numbers go, too. Any other
 * raised number stays raised.
 */
export function withoutFootnotes(text: string): { text: string; notes: string[] } {
  if (text.search(MARK) < 0) return { text, notes: [] };
  const marks = new Set<string>();
  const ids = new Set<string>();
  const notes: string[] = [];
  let inNote = false;
  const lines = text.split(/\r\n?|\n/).filter((line) => {
    // A note that was wrapped goes on in lower case.
    if (inNote && /^\p{Ll}/u.test(line)) {
      notes.push(`${notes.pop() ?? ""} ${line.trim()}`);
      return false;
    }
    const note = NOTE.exec(line);
    const id = note ? idOf(note.groups) : "";
    const isNote = note !== null && (marks.has(id) || /^\[\^[\w-]+\]:/.test(line)) && !ids.has(id);
    if (isNote) {
      ids.add(id);
      notes.push(line.slice(note[0].length).trim());
    } else for (const { groups } of line.matchAll(MARK)) marks.add(idOf(groups));
    inNote = isNote;
    return !isNote;
  });
  const unnumbered = lines
    .join("\n")
    .replace(MARK, (mark, id: string | undefined, digits: string | undefined) => {
      if (ids.has(idOf({ ...(id && { id }), ...(digits && { raised: digits }) }))) return "";
      return /^\[\^\d+\]$/.test(mark) ? raised(id ?? "") : mark;
    });
  return { text: unnumbered, notes };
}
