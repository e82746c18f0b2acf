import type { ColumnUse } from "#debate/rules/classes.ts";

/**
 * Words above columns, without spaces. What is a whole name alone is a part of one beside the other part: "Name" beside "Vorname",
 * "Nom" beside "Prénom", "Nombre" beside "Apellidos". Of numbers, the first found is used.
 */
const WORDS = {
  full: "fullname studentname student learner pupil displayname 生徒 学生 児童 氏名 お名前 名前 生徒名 学生名 児童名 生徒氏名 学生氏名 児童氏名 児童生徒名 児童生徒氏名 schüler schülername nomcomplet nometprénom prénometnom élève étudiant nombrecompleto nombreyapellidos apellidosynombre alumno estudiante",
  name: "name",
  nom: "nom",
  nombre: "nombre",
  given:
    "given givenname givennames first firstname firstnames forename 名 vorname rufname prénom nombredepila",
  family:
    "family familyname last lastname surname 姓 氏 苗字 名字 nachname familienname nomdefamille apellido apellidos primerapellido segundoapellido",
  number:
    "sisuserid studentid studentnumber studentno idnumber pupilid admissionnumber 学籍番号 生徒番号 学生番号 児童番号 schülernummer matrikelnummer numéroétudiant numéroélève matrícula identifier sourcedid id 出席番号 名簿番号 番号 rollnumber number nummer numéro número no nr num n",
  group:
    "class classname group section homeroom 組 クラス クラス名 学級 学級名 年組 klasse gruppe classe groupe clase grupo",
} as const;
type Kind = keyof typeof WORDS | "none";

/** How a name is pronounced is no name. */
const READING = /ふりがな|フリガナ|かな|カナ|よみ|ヨミ|読み|kana|yomi|ローマ字|romaji/iu;

/** [W1] How much of a header is looked at, in characters. */
const HEADER = 100;

const KINDS = new Map<string, { kind: Kind; place: number }>();
for (const [kind, words] of Object.entries(WORDS))
  for (const [place, word] of words.split(" ").entries())
    KINDS.set(letters(word), { kind: kind as Kind, place });

/** A header's letters alone, without case, accents, and what stands in brackets. */
function letters(header: string): string {
  return header
    .slice(0, HEADER)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\(.*\)|\[.*\]/gu, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** [Q4] What columns are, by the words above them in English, Japanese, German, French or Spanish. */
export function usesByHeaders(headers: readonly string[]): ColumnUse[] {
  const found = headers.map((header) =>
    READING.test(header.slice(0, HEADER).normalize("NFKC")) ? undefined : KINDS.get(letters(header)),
  );
  const kinds = found.map((each) => each?.kind ?? "none");
  const places = found.flatMap((each) => (each?.kind === "number" ? [each.place] : []));
  const parts = partsAmong(kinds);
  const uses = found.map((each): ColumnUse => {
    if (each === undefined) return "none";
    if (each.kind === "number") return each.place === Math.min(...places) ? "number" : "none";
    return each.kind === "group" ? "group" : (parts[each.kind] ?? "none");
  });
  // A name's parts can be several: two family names.
  return uses.map((use, at) =>
    use === "given" || use === "family" || uses.indexOf(use) === at ? use : "none",
  );
}

/** What each kind of name is, beside the others. */
function partsAmong(kinds: readonly Kind[]): Partial<Record<Kind, ColumnUse>> {
  const [isGiven, isFamily] = [kinds.includes("given"), kinds.includes("family")];
  if (kinds.includes("full")) return { full: "name" };
  if (isGiven && isFamily) return { given: "given", family: "family" };
  if (isGiven) return { given: "given", name: "family", nom: "family" };
  if (isFamily) return { family: "family", name: "given", nombre: "given" };
  return { name: "name", nom: "name", nombre: "name" };
}

const NAMES: readonly ColumnUse[] = ["name", "given", "family"];
export const isNamed = (uses: readonly ColumnUse[]) => uses.some((use) => NAMES.includes(use));
