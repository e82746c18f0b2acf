import { DEBATE_LIMITS } from "#debate/content/limits.ts";
import { leadingName, nameWords, withoutDegree } from "#debate/content/newsletter-names.ts";
import { folded } from "#debate/content/newsletter-text.ts";

// [N4] Headings are recognized by their words, in any case.
const HEADINGS = {
  introduction:
    /^(?:(?:a )?(?:note|letter|word)s? )?from the editors?$|^(?:editor['’]?s['’]? note|introduction)$/i,
  biographies: /^about the (?:authors?|experts?|contributors?|debaters?|speakers?)$/i,
  resources:
    /^(?:(?:related|further|additional|other) )?(?:resources?|readings?)$|^(?:previous|past|other|related) (?:issues|debates|resolutions)$/i,
  editor: /^about the editors?$/i,
} as const;
type Heading = keyof typeof HEADINGS;

type Sections = Record<"front" | Heading, string[]> & { hasIntroduction: boolean };

/** A line for comparing headings and names: without Markdown and a closing colon. */
export const unmarked = (line: string) => line.replace(/^[#*_\s]{1,12}/, "").replace(/[*_:\s]{1,12}$/, "");

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

const headingOf = (line: string) =>
  (Object.keys(HEADINGS) as Heading[]).find((name) => HEADINGS[name].test(line));

/** An expert's heading and the lines that follow it. */
export type ExpertSection = {
  name: string;
  honorific?: string;
  /** Role and institution as printed, or "". */
  roleLine: string;
  /** The role was printed on several lines. */
  roleJoined: boolean;
  body: string[];
  sure: boolean;
};

type Candidate = Omit<ExpertSection, "body"> & { at: number; bodyAt: number };

/** The neighbouring words of the biographies, either way round, among them the experts' names. */
export function namePairsIn(biographies: string): ReadonlySet<string> {
  const words = nameWords(biographies.slice(0, 4 * DEBATE_LIMITS.biography));
  const pairs = new Set<string>();
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next !== undefined) pairs.add(`${word} ${next}`).add(`${next} ${word}`);
  }
  return pairs;
}

/** A text with more lines like an expert's heading is not a newsletter. */
const MOST_CANDIDATES = 500;

/**
 * [N7] The experts' sections in some lines, and the lines before the first. A courtesy title, or a name that the
 * biographies repeat, is certain. Uncertain ones count only if they make two positions complete.
 */
export function expertsIn(lines: readonly string[], pairs: ReadonlySet<string>) {
  const candidates: Candidate[] = [];
  for (const at of lines.keys()) {
    if (candidates.length === MOST_CANDIDATES) break;
    const candidate = candidateAt(lines, at, pairs);
    if (candidate !== undefined) candidates.push(candidate);
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

function candidateAt(
  lines: readonly string[],
  at: number,
  pairs: ReadonlySet<string>,
): Candidate | undefined {
  const line = unmarked(lines[at] ?? "").replace(/^by /i, "");
  const previous = lines[at - 1] ?? "";
  if (line === "" || line.length > 200 || !(previous === "" || endsSentence(previous))) return undefined;
  const person = leadingName(line);
  if (person === undefined) return undefined;
  const { name, honorific, courteous } = person;
  const apart = previous === "" && (lines[at + 1] ?? "") === "";
  const onLine = /^,\s*\S/.test(person.rest) ? person.rest.slice(1).trim() : "";
  if (onLine === "" ? person.rest !== "" : !isRole(onLine, false) || !(courteous || apart)) return undefined;

  const role = onLine === "" ? roleBelow(lines, at) : { roleLine: onLine, roleJoined: false, bodyAt: at + 1 };
  const repeated = pairs.has(nameWords(withoutDegree(name)).slice(-2).join(" "));
  const looksSo = previous === "" && (role.roleLine !== "" || (apart && repeated));
  if (!courteous && !looksSo) return undefined;
  return {
    name,
    ...(honorific === undefined ? {} : { honorific }),
    ...role,
    sure: courteous || repeated,
    at,
  };
}

/** The one to three lines under a name that say who this is. */
function roleBelow(lines: readonly string[], at: number) {
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
  return { roleLine, roleJoined: count > 1, bodyAt: count === 0 ? at + 1 : next };
}

/** Short, no sentence, and mostly in capitals; less strictly where the layout already says so. */
function isRole(line: string, setApart: boolean): boolean {
  if (line === "" || line.length > 200 || endsSentence(line) || /^["“«「]/.test(line)) return false;
  if (setApart) return line.length <= 160 && /\p{Lu}/u.test(line);
  const long = line.match(/\p{L}{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals > 0 && capitals >= long.length * 0.6;
}

const endsSentence = (line: string) =>
  /[.?!…][”"’')\]]*$/.test(line.slice(-8)) && !/\b(?:Inc|Ltd|Corp|Co|U\.S)\.$/.test(line);
