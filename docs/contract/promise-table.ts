import { PROMISES } from "#debate/activities/index.ts";
import { extentOf, FACTS, type Fact, isActivities } from "#debate/rules/promise.ts";
import { AUDIENCES, type Audience, EXTENTS, type Extent } from "#debate/rules/promise-terms.ts";
import { IDENTITIES, type Identity } from "#debate/rules/session-options.ts";

const OF: Record<Exclude<Fact, keyof typeof PROMISES>, string> = {
  id: "the number of a seat",
  name: "the name beside what a student writes: invented with pseudonyms, else the typed one",
  realName: "the name that was typed, behind an invented one",
  code: "a personal code",
  codeUsed: "whether a personal code was used",
  student: "which student of the class's list has it",
  studentCode: "whose code of the class's list it is",
  claim: "the secret with which a phone keeps its seat",
  presence: "who is connected",
  participation: "who took part, and how much",
  marks: "marks and the comment with them",
  votes: "who has voted",
  choice: "who voted what",
  times: "when someone voted",
  words: "what a student wrote with a vote",
  pickedWords: "the same without a name, once the instructor has picked it",
  endorsed: "who found which rebuttal persuasive",
  shown: "who was shown which rebuttal",
  reported: "who reported which rebuttal",
  endorsements: "how many found a rebuttal persuasive",
  camps: "the same, by how they had voted",
  order: "the order of rebuttals by what both camps found",
  commonGround: "which rebuttals persuaded both camps",
  tallies: "how many voted what",
  flow: "how many moved from which answer to which",
  roundedFlow: "the same, rounded, from 30 voters on",
  credits: "how many say they would have voted otherwise without a rebuttal",
  movers: "the same, toward which answer, and how they had voted",
  note: "the instructor's private note",
};

function says(fact: Fact): string {
  return isActivities(fact) ? PROMISES[fact].says : OF[fact];
}

/** Students see their own. */
const TO: Partial<Record<Audience, string>> = {
  reader: "everyone",
  class: "the class",
  partner: "a partner in a pair",
  screen: "the projector",
  assistant: "assistants",
  host: "the instructor",
  files: "downloads with names",
  nameless: "downloads without names",
};

const WHEN: Record<Extent, string> = {
  now: "",
  shown: "once the instructor shows it",
  released: "once the instructor releases them",
  results: "in the results",
  groups: "in the results, unless it singles out one to three people",
  four: "once there are four",
  five: "in the results, with five people of each camp",
  picked: "in the results",
  put: "while the instructor shows it",
};

/** [V47] The promise as a table of Markdown: a row for each fact, a column for each kind of session. */
export function promiseTable(): string {
  const head = ["", ...IDENTITIES];
  const rows = FACTS.map((fact) => [says(fact), ...IDENTITIES.map((identity) => cell(fact, identity))]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |\n`).join("");
}

/** Who is told what when, the soonest first. What everyone is told, or the class, is not said of each. */
function cell(fact: Fact, identity: Identity): string {
  const isSaidOfAll = (audience: Audience, extent: Extent) =>
    (audience !== "reader" && extent === extentOf(identity, "reader", fact)) ||
    (audience === "partner" && extent === extentOf(identity, "class", fact));
  const parts = EXTENTS.flatMap((extent) => {
    const names = AUDIENCES.flatMap((audience) =>
      extentOf(identity, audience, fact) === extent && !isSaidOfAll(audience, extent)
        ? (TO[audience] ?? [])
        : [],
    );
    const all = names.join(", ").replace("downloads with names, downloads without names", "downloads");
    return names.length > 0 ? [[all, WHEN[extent]].filter(Boolean).join(" ")] : [];
  });
  return parts.join("; ") || "no one";
}
