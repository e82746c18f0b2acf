import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { isJapanese, isJapaneseRole, isTitleOnly, sideHeading } from "#debate/content/newsletter-japanese.ts";
import { leadingName, type Name, nameWords, withoutDegree } from "#debate/content/newsletter-names.ts";
import { folded } from "#debate/content/newsletter-text.ts";
import type { Side } from "#debate/rules/choices.ts";

// [N4] Headings are recognized by their words, in any case.
const HEADINGS = {
  introduction:
    /^(?:(?:a )?(?:note|letter|word)s? )?from the editors?$|^(?:editor['’]?s['’]? note|introduction)$|^(?:編集(?:者|部)(?:より|から)|はじめに|序文?|解説)$/i,
  biographies:
    /^about the (?:authors?|experts?|contributors?|debaters?|speakers?)$|^(?:執筆者|著者|筆者|論者|登壇者|専門家)(?:紹介|略歴|について|プロフィール)$/i,
  resources:
    /^(?:(?:related|further|additional|other) )?(?:resources?|readings?)$|^(?:previous|past|other|related) (?:issues|debates|resolutions)$|^(?:関連|参考)(?:資料|文献|情報|リンク)$|^(?:過去の(?:論題|号)|バックナンバー)$/i,
  editor: /^about the editors?$|^編集(?:者|部)(?:紹介|略歴|について|プロフィール)$/i,
} as const;
type Heading = keyof typeof HEADINGS;

type Sections = Record<"front" | Heading, string[]> & { hasIntroduction: boolean };

/** A line for comparing headings and names: without Markdown and a closing colon. */
export const unmarked = (line: string) =>
  line.replace(/^[#*_【〈《＜［■◆●▼\s]{1,12}/, "").replace(/[*_:：】〉》＞］\s]{1,12}$/, "");

/** Splits a newsletter at its headings. Positions have none: they come before the biographies. */
export function sectionsOf(lines: readonly string[]): Sections {
  const sections: Sections = {
    front: [],
    introduction: [],
    biographies: [],
    resources: [],
    editor: [],
    hasIntroduction: false,
  };
  let current: "front" | Heading = "front";
  for (const line of lines) {
    const found = line.length <= 60 ? headingOf(unmarked(line)) : undefined;
    if (found === undefined) sections[current].push(line);
    else {
      current = found;
      // A blank line keeps the two parts of a section apart.
      sections[current].push("");
      if (found === "introduction") sections.hasIntroduction = true;
    }
  }
  return sections;
}

/** [N4] The part that a heading begins. */
export const headingOf = (line: string) =>
  (Object.keys(HEADINGS) as Heading[]).find((name) => HEADINGS[name].test(line));

/** An expert's heading and the lines that follow it. */
export type ExpertSection = {
  name: string;
  honorific?: string;
  /** Role and institution as printed, or "". */
  roleLine: string;
  /** The role was printed on several lines, or only its place says that it is one. */
  roleUnsure: boolean;
  body: string[];
  sure: boolean;
  /** [E8] The side that the heading says. */
  side?: Side;
};

type Candidate = Omit<ExpertSection, "body"> & { at: number; bodyAt: number };

/** Whether the biographies repeat a name: its last two words, either way round, or a Japanese name as one. */
export function namesIn(biographies: string): (name: string) => boolean {
  const read = biographies.slice(0, 4 * DEBATE_LIMITS.biography);
  const unspaced = withoutSpaces(folded(read));
  const words = nameWords(read);
  const pairs = new Set<string>();
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next !== undefined) pairs.add(`${word} ${next}`).add(`${next} ${word}`);
  }
  return (name) =>
    isJapanese(name)
      ? unspaced.includes(withoutSpaces(folded(name)))
      : pairs.has(nameWords(withoutDegree(name)).slice(-2).join(" "));
}

const withoutSpaces = (text: string) => text.replace(/\s/g, "");

/** A text with more lines like an expert's heading is not a newsletter. */
const MOST_CANDIDATES = 500;

/**
 * [N7] The experts' sections in some lines, and the lines before the first. A courtesy title, or a name that the
 * biographies repeat, is certain. Uncertain ones count only if they make two positions complete. `isLoose`: a courteous name
 * may have any role behind it, if it is set apart.
 */
export function expertsIn(lines: readonly string[], isRepeated: (name: string) => boolean, isLoose = false) {
  const candidates: Candidate[] = [];
  for (let at = 0; at < lines.length && candidates.length < MOST_CANDIDATES; at += 1) {
    const candidate =
      underSide(lines, at, isRepeated, isLoose) ?? candidateAt(lines, at, isRepeated, isLoose);
    if (candidate === undefined) continue;
    candidates.push(candidate);
    if (candidate.side) at = candidate.bodyAt - 1;
  }
  const sure = candidates.filter((candidate) => candidate.sure);
  const [certain, possible] = [withText(sure, lines), withText(candidates, lines)];
  const chosen = certain.length < 2 && possible.length === 2 ? possible : certain;
  const experts = chosen.map(({ at: _, bodyAt, ...expert }, index): ExpertSection => {
    return { ...expert, body: lines.slice(bodyAt, chosen[index + 1]?.at) };
  });
  return { before: lines.slice(0, chosen[0]?.at), experts };
}

/** Drops names in lists, and the first of two with the same name. */
function withText(candidates: readonly Candidate[], lines: readonly string[]): Candidate[] {
  const byName = new Map<string, Candidate>();
  for (const [index, candidate] of candidates.entries()) {
    const end = candidates[index + 1]?.at ?? lines.length;
    const key = folded(candidate.name);
    if (!lines.slice(candidate.bodyAt, end).some((line) => line !== "")) continue;
    byName.delete(key);
    byName.set(key, candidate);
  }
  return [...byName.values()];
}

/** [E8] An expert under a heading that says the side, with the name on that line or on the next one. */
function underSide(
  lines: readonly string[],
  at: number,
  isRepeated: (name: string) => boolean,
  isLoose: boolean,
): Candidate | undefined {
  const line = unmarked(lines[at] ?? "");
  const heading = sideHeading(line);
  if (heading === undefined) return undefined;
  const { side, rest } = heading;
  let nameAt = at;
  if (rest === "") {
    nameAt += 1;
    while (nameAt < at + 3 && lines[nameAt] === "") nameAt += 1;
  }
  const person = leadingName(rest || unmarked(lines[nameAt] ?? ""));
  const role = person && (roleOf(person, lines, nameAt) ?? (isLoose && looseRole(person, lines, nameAt)));
  if (role) return { ...named(person), ...role, sure: person.courteous || isRepeated(person.name), side, at };
  // Nothing else is known of the person.
  return rest === ""
    ? { name: line, roleLine: "", roleUnsure: false, bodyAt: at + 1, sure: false, side, at }
    : undefined;
}

function candidateAt(
  lines: readonly string[],
  at: number,
  isRepeated: (name: string) => boolean,
  isLoose: boolean,
): Candidate | undefined {
  const line = unmarked(lines[at] ?? "").replace(/^by /i, "");
  const previous = lines[at - 1] ?? "";
  if (line === "" || line.length > 200 || !(previous === "" || endsSentence(previous))) return undefined;
  const person = leadingName(line);
  const loose = isLoose && previous === "";
  const role = person && (roleOf(person, lines, at) ?? (loose && looseRole(person, lines, at)));
  if (!person || !role) return undefined;
  const apart = previous === "" && (lines[at + 1] ?? "") === "";
  if (person.rest !== "" && !(person.courteous || apart)) return undefined;

  const repeated = isRepeated(person.name);
  const looksSo = previous === "" && (role.roleLine !== "" || (apart && repeated));
  if (!person.courteous && !looksSo) return undefined;
  return { ...named(person), ...role, sure: person.courteous || repeated, at };
}

const named = ({ name, honorific }: Name) => ({ name, ...(honorific === undefined ? {} : { honorific }) });

/** The role behind a name or below it, or, of a Japanese title, both; undefined if what is behind the name is none. */
function roleOf({ rest }: Name, lines: readonly string[], at: number) {
  const below = roleBelow(lines, at);
  if (rest === "") return below;
  const onLine = /^,\s*\S/.test(rest) ? rest.slice(1).trim() : "";
  if (onLine === "" || !isRole(onLine, false)) return undefined;
  return isTitleOnly(onLine) && below.roleLine !== ""
    ? { ...below, roleLine: `${below.roleLine} ${onLine}` }
    : { roleLine: onLine, roleUnsure: false, bodyAt: at + 1 };
}

/** What is behind a name: ", senior fellow, CSIS", "(ret.), former admiral". */
const BEHIND = /^(?:\(([^()]{1,80})\))?(?:\s{0,3}[,–—|]\s{0,3}(\S.{0,119}))?$/;
/** Behind a name these begin a sentence or name someone else: "Mr. Abe, who ...", "Mr. Abe, Mr. Suga". */
const NO_ROLE =
  /^(?:who|whom|whose|which|where|when|while|and|but|or|nor|yet|so|however|though|although|if|like|too|then)\b|\b(?:mr|mrs|ms|mx|miss)\b/i;

/** [N7] Any few words behind a courteous name that are no sentence, with a blank line or a role below; brackets are a part of it. */
function looseRole({ rest, courteous }: Name, lines: readonly string[], at: number) {
  const [, bracket = "", behind = ""] = BEHIND.exec(rest) ?? [];
  const words = behind.replace(/\s?\([^()]{1,80}\)$/, "");
  const goesOn = endsSentence(words) || NO_ROLE.test(behind) || /[:：;,][*_]{0,3}$/.test(lines[at] ?? "");
  if (!courteous || `${bracket}${behind}` === "" || goesOn) return undefined;
  const below = behind === "" ? roleBelow(lines, at) : { roleLine: "", bodyAt: at + 1 };
  if (below.roleLine === "" && (lines[at + 1] ?? "") !== "") return undefined;
  const roleLine = [bracket, behind, below.roleLine].filter((part) => part !== "").join(", ");
  return { roleLine, roleUnsure: true, bodyAt: below.bodyAt };
}

/** The one to three lines under a name that say who this is. */
export function roleBelow(lines: readonly string[], at: number) {
  let next = at + 1;
  while (next < at + 3 && lines[next] === "") next += 1;
  let roleLine = "";
  let last = "";
  let count = 0;
  while (count < 3) {
    const line = unmarked(lines[next] ?? "");
    const isAwaited = /(?:,|\b(?:and|of|for|the|at))$/.test(last.slice(-4));
    const endsBlock = (lines[next + 1] ?? "") === "";
    if (!isRole(line, endsBlock || isAwaited)) break;
    // A short line is a part of its own; a long one was wrapped.
    const wasWrapped = isAwaited || last.length >= 48 || !/^\p{Lu}/u.test(line);
    roleLine += `${count === 0 ? "" : wasWrapped ? " " : ", "}${line}`;
    last = line;
    count += 1;
    next += 1;
  }
  return { roleLine, roleUnsure: count > 1, bodyAt: count === 0 ? at + 1 : next };
}

/** Short, no sentence, and mostly in capitals; less strictly where the layout already says so. */
function isRole(line: string, setApart: boolean): boolean {
  if (line === "" || line.length > 200 || endsSentence(line) || /^["“«「]/.test(line)) return false;
  if (isJapanese(line)) return isJapaneseRole(line);
  if (setApart) return line.length <= 160 && /\p{Lu}/u.test(line);
  const long = line.match(/\p{L}{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals > 0 && capitals >= long.length * 0.6;
}

const endsSentence = (line: string) =>
  /[.?!…。！？][”"’')\]」』）]*$/.test(line.slice(-8)) && !/\b(?:Inc|Ltd|Corp|Co|U\.S)\.$/.test(line);
