import type { DebateDraft, Expert } from "#debate/content/debate.ts";
import { isJapanese, japaneseRole, japaneseSubject } from "#debate/content/newsletter-japanese.ts";
import { leadingName, nameWords, surnameOf } from "#debate/content/newsletter-names.ts";
import { paragraphsOf } from "#debate/content/newsletter-paragraphs.ts";
import { beginning, type Warning } from "#debate/content/newsletter-remarks.ts";
import type { ExpertSection } from "#debate/content/newsletter-sections.ts";
import { folded } from "#debate/content/newsletter-text.ts";

const INSTITUTION =
  /\b(?:universit|institut|cent(?:er|re)\b|college|academy|school|council|foundation|ministry|agency|embassy|association|society|bank|commission|corporation|company|organi[sz]ation|forum|fund|trust|authority|laborator|museum|observatory|think tank)/i;

/**
 * [N11] The expert's role and institution, which is the last part between commas, and certain if its name says so.
 */
export function readExpert(
  section: Pick<ExpertSection, "name" | "honorific" | "roleLine" | "roleUnsure">,
  warnings: Warning[],
): Expert {
  const { name, honorific, roleLine } = section;
  const named = { name, ...(honorific === undefined ? {} : { honorific }) };
  if (roleLine === "") {
    warnings.push({ code: "no-role", name });
    return { ...named, role: "" };
  }
  if (isJapanese(roleLine)) {
    const { sure, ...role } = japaneseRole(roleLine);
    if (!sure) warnings.push({ code: "role-unsure", name, line: roleLine });
    return { ...named, ...role };
  }
  const parts = roleLine.split(/,\s*/).filter((part) => part !== "");
  const institutions = parts.flatMap((part, index) => (INSTITUTION.test(part) ? [index] : []));
  const at = institutions.at(-1) ?? parts.length - 1;
  const sure = !section.roleUnsure && institutions.length === 1 && at === parts.length - 1 && at > 0;
  if (!sure) warnings.push({ code: "role-unsure", name, line: roleLine });
  if (at === 0) return { ...named, role: roleLine };
  return { ...named, role: parts.slice(0, at).join(", "), institution: parts.slice(at).join(", ") };
}

/**
 * [N12] Gives each expert the biography paragraphs that name them near the beginning, and those that follow
 * with "He", "She" and so on.
 */
export function addBiographies(
  experts: readonly Expert[],
  lines: readonly string[],
  warnings: Warning[],
): void {
  const found = experts.map((expert) => ({ expert, texts: [] as string[], unsure: [] as string[] }));
  const names = namesToLookFor(experts);
  const unmatched: string[] = [];
  let current: (typeof found)[number] | undefined;
  for (const text of paragraphsOf(lines).texts) {
    const named = found[whoIsNamed(names, text) ?? -1];
    current = named ?? current;
    (current?.texts ?? unmatched).push(text);
    if (!named && !/^(?:he|she|they|his|her|their)\b|^(?:彼女?|同氏|同)/i.test(text))
      current?.unsure.push(text);
  }
  if (unmatched[0])
    warnings.push({ code: "biography-unmatched", text: beginning(unmatched.join(" | "), 300) });
  for (const { expert, texts, unsure } of found) {
    const { name } = expert;
    if (texts.length === 0) warnings.push({ code: "no-biography", name });
    else expert.biography = texts.join("\n\n");
    if (unsure[0])
      warnings.push({ code: "biography-unsure", name, text: beginning(unsure.join(" | "), 300) });
  }
}

/** The surname of each expert; with one surname for both, the full name. */
function namesToLookFor(experts: readonly Expert[]): string[][] {
  const surnames = experts.map(({ name }) => surnameOf(name));
  const shared = new Set(surnames).size < surnames.length;
  return experts.map(({ name }) => (shared ? wordsOf(name) : [surnameOf(name)]));
}

/** Japanese has no spaces between words, so a name is found among the letters. */
const wordsOf = (name: string) => (isJapanese(name) ? [folded(name).replace(/[ ・]/g, "")] : nameWords(name));

/** The expert whose name comes first in the opening words. */
function whoIsNamed(names: readonly string[][], text: string): number | undefined {
  const start = text.slice(0, 120);
  const opening = isJapanese(start) ? folded(start).replace(/[ ・]/g, "") : nameWords(start);
  let best: { index: number; at: number } | undefined;
  for (const [index, words] of names.entries()) {
    const at = Math.min(...words.map((word) => opening.indexOf(word)));
    if (at >= 0 && (best === undefined || at < best.at)) best = { index, at };
  }
  return best?.index;
}

const VERB = /^(?:is|was|serves|served|works|worked|has|joined|teaches|directs|edits|leads|holds)\b/i;

/** [N14] The section begins with the editor's name. */
export function readEditor(lines: readonly string[], warnings: Warning[]): DebateDraft["editor"] | undefined {
  const biography = paragraphsOf(lines).texts.join("\n\n");
  if (biography === "") {
    warnings.push({ code: "no-editor" });
    return undefined;
  }
  const opening = biography.replaceAll("\n", " ");
  const subject = japaneseSubject(opening);
  const person = subject === undefined ? leadingName(opening) : { name: subject, rest: "" };
  const sure =
    person !== undefined && (person.rest === "" || person.rest.startsWith(",") || VERB.test(person.rest));
  if (!sure) warnings.push({ code: "editor-unsure", text: beginning(biography) });
  return person && { name: person.name, biography };
}
